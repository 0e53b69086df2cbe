import { partsForTests } from '../parts/parts-for-tests.ts';
import type { Parts } from '../parts/parts.ts';
import { duration } from '../start/progress.ts';
import { inOneLine, StartupError } from '../errors/startup-error.ts';
import { type Check, checks } from './checks.table.ts';
import { runCheck } from './run-check.ts';
import { inWords, sum, type Tally } from './tally.ts';

/** `npm test`: every check, or those named after `--`. All are run, whatever fails; the last line tells the sum. */
export async function check(names: readonly string[]): Promise<void> {
  const asked =
    names.length > 0 ? checks.filter(({ name }) => names.includes(name)) : checks.filter(({ extra }) => !extra);
  if (asked.length < names.length)
    throw new StartupError(
      `Unknown check in: ${names.join(', ')}.`,
      `There are: ${checks.map(({ name }) => name).join(', ')}.`,
    );
  let parts: Parts | undefined;
  const stop = () => void Promise.resolve(parts?.stop()).finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  try {
    const tallies: Tally[] = [];
    for (const group of sideBySide(asked)) {
      const needsParts = group.some(({ onRealParts }) => onRealParts);
      if (needsParts && !parts) parts = await startedParts();
      if (needsParts && !parts) tallies.push({ passed: 0, failed: 1 });
      else tallies.push(...(await Promise.all(group.map((next) => told(next, parts)))));
    }
    console.log(`\n${inWords(sum(tallies))}`);
    process.exitCode = sum(tallies).failed > 0 ? 1 : 0;
  } finally {
    await parts?.stop();
  }
}

/** Those that go beside the one before them, with it. */
function sideBySide(asked: readonly Check[]): Check[][] {
  const groups: Check[][] = [];
  for (const next of asked) {
    if (next.beside && groups.length > 0) groups.at(-1)!.push(next);
    else groups.push([next]);
  }
  return groups;
}

/** Without them the checks that need them have failed; the others still tell. */
async function startedParts(): Promise<Parts | undefined> {
  console.log('\nStarting PostgreSQL and Kafka');
  let told = 0;
  return partsForTests({
    say: console.log,
    onProgress: (fetched, total) => {
      const percent = Math.round((100 * fetched) / total);
      if (percent >= told + 10 || percent === 100) console.log(`  fetching Kafka, ${(told = percent)} %`);
    },
  }).catch((error: unknown) => {
    console.log(inOneLine(error));
    return undefined;
  });
}

async function told(next: Check, parts: Parts | undefined): Promise<Tally> {
  console.log(`\n${next.title}`);
  const begun = performance.now();
  const environment: Record<string, string> =
    next.onRealParts && parts ? { DATABASE_URL: parts.databaseUrl, KAFKA_BROKERS: parts.brokers.join(',') } : {};
  const tally = await runCheck(next, environment);
  console.log(`${next.title}: ${inWords(tally)} (${duration(performance.now() - begun)})`);
  return tally;
}
