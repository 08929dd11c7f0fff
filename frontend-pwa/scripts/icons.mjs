// Writes src/assets/icons.svg: the few Lucide icons that the app uses, as one file of symbols (npm run icons).
import { readFileSync, writeFileSync } from 'node:fs';

const names = `
  sun map footprints download search chevron-right arrow-left arrow-right x plus locate-fixed calendar calendar-days clock
  ticket phone mail globe map-pin route mountain trending-up trending-down triangle-alert headphones wifi-off share-2
  external-link check info accessibility sliders-horizontal repeat move-right ban file-text
  music drama clapperboard palette party-popper shopping-basket store armchair flame signpost hammer mic wine medal
  blocks landmark leaf sparkles kayak grape cable-car waves bed-double bed house tent castle utensils backpack
  bike snowflake mountain-snow timer link heart
`.trim().split(/\s+/);

const symbols = names.map((name) => {
  const svg = readFileSync(new URL(`../node_modules/lucide-static/icons/${name}.svg`, import.meta.url), 'utf8');
  const shapes = svg.replace(/<!--[\s\S]*?-->/, '').replace(/<svg[\s\S]*?>/, '').replace('</svg>', '').replace(/\s*\n\s*/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
});

writeFileSync(
  new URL('../src/assets/icons.svg', import.meta.url),
  `<!-- Lucide, ISC licence, https://lucide.dev -->\n<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join('\n')}\n</svg>\n`,
);
