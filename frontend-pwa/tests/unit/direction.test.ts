// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

it('an import against the direction of the layers is refused, and each one only by its rules', () => {
  const { stdout } = spawnSync(
    process.execPath,
    ['../../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '../../../.dependency-cruiser.json', '--output-type', 'json', 'src'],
    { cwd: 'tests/fixtures/direction', encoding: 'utf8' },
  );
  const { violations } = (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary;
  expect(violations.map(({ from, rule }) => `${from} ${rule.name}`).sort()).toEqual([
    'src/actions/openTrail.ts actions-do-not-know-screens',
    'src/components/Card.svelte components-are-given-data',
    'src/components/Frame.svelte components-are-given-data',
    'src/components/Frame.svelte nothing-imports-pages',
    'src/pages/Trail.svelte pages-go-through-actions',
    'src/state/store.ts low-layers-do-not-know-high-ones',
    'src/words/dates.ts only-the-client-talks-graphql',
    'src/words/dates.ts pure-modules-are-pure',
  ]);
}, 30_000);
