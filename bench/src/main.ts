import { benchmarks } from './benchmarks.table.ts';
import type { Measured } from './results/write-results.ts';
import { told, writeResults } from './results/write-results.ts';
import { versions } from './results/versions.ts';

/** `npm run bench`, or some of it by name: `npm run bench -- export idle`. Only a whole run writes RESULTS.md. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benchmarks.some((one) => one.name === name));
if (unknown.length > 0)
  throw new Error(
    `There is no benchmark ${unknown.join(', ')}; there are ${benchmarks.map(({ name }) => name).join(', ')}`,
  );

const measured: Measured[] = [];
for (const { title, how, run } of benchmarks.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  console.log(`\n${title}`);
  const figures = await run();
  for (const figure of figures) console.log(told(figure));
  measured.push({ title, how, figures });
}
if (asked.length === 0) writeResults(new URL('../RESULTS.md', import.meta.url).pathname, measured, await versions());
process.exit(0);
