import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const [day = '', night = ''] = css.split('@media (prefers-color-scheme: dark)');

function tokensOf(part: string): Map<string, string> {
  return new Map([...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, colour]) => [name!, colour!]));
}

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const papers = ['paper', 'paper-raised', 'paper-sunk'];
const texts = ['ink', 'ink-soft', 'walk-text', 'gr-text', 'water-text', 'brand'];
const pairs = [
  ...papers.flatMap((paper) => texts.map((text) => [text, paper] as const)),
  ['on-walk', 'walk'],
  ['on-gr', 'gr'],
  ['on-water', 'water'],
  ['on-brand', 'brand'],
  ['on-night', 'night'],
] as const;

describe.each([
  ['day', tokensOf(day)],
  ['night', tokensOf(night)],
])('%s', (_name, tokens) => {
  it.each(pairs)('%s on %s can be read', (text, paper) => {
    expect(contrast(tokens.get(text)!, tokens.get(paper)!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(papers)('ink on %s can be read while walking', (paper) => {
    expect(contrast(tokens.get('ink')!, tokens.get(paper)!)).toBeGreaterThanOrEqual(7);
  });

  it.each(papers)('the edge of a control can be seen on %s', (paper) => {
    expect(contrast(tokens.get('rule-strong')!, tokens.get(paper)!)).toBeGreaterThanOrEqual(3);
  });
});
