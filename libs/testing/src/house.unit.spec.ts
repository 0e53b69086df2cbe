import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** What a script of `tools/` counts; it says how in its head. */
const figuresOf = (script: string): Record<string, number> => {
  const run = spawnSync(process.execPath, [path.join(root, 'tools', script), '--json'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return (JSON.parse(run.stdout) as { figures: Record<string, number> }).figures;
};

/** Lower a limit in the commit that earns it; the scripts name the places (docs/architecture.md, "Figures of the layout"). */
const limits = JSON.parse(readFileSync(path.join(root, 'tools/house-limits.json'), 'utf8')) as Record<string, number>;

describe('The layout', () => {
  let figures: Record<string, number>;
  beforeAll(() => {
    figures = { ...figuresOf('house-figures.mjs'), ...figuresOf('approval-path.mjs') };
  });

  it.each(Object.keys(limits))('keeps %s within its limit', (name) =>
    expect(figures[name]).toBeLessThanOrEqual(limits[name] as number),
  );
});
