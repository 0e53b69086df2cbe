import { spawn } from 'node:child_process';
import { partsForTests } from '../parts/parts-for-tests.ts';
import { StartupError } from '../errors/startup-error.ts';
import { build } from '../start/build.ts';
import { runCheck } from './run-check.ts';
import { inWords, sum, type Tally } from './tally.ts';

/** How often the tests run, and beside how many processes that do nothing but keep a core busy. */
const rounds = [
  { times: 20, busy: 0 },
  { times: 10, busy: 4 },
] as const;

/**
 * `npm run test:stress -- FILES`: the named specs again and again, on a machine at rest and on a busy one. A test that fails
 * once here is a fault of the code or of the test.
 */
export async function stress(patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0)
    throw new StartupError('No test was named.', 'Say which: npm run test:stress -- libs/messaging/src/relay');
  await build();
  const parts = await partsForTests({ say: console.log });
  const environment = { DATABASE_URL: parts.databaseUrl, KAFKA_BROKERS: parts.brokers.join(',') };
  const run = ['jest/bin/jest.js', '--ci', '--runInBand', '--testPathPatterns', ...patterns] as const;
  const tallies: Tally[] = [];
  try {
    for (const { times, busy } of rounds) {
      const loops = Array.from({ length: busy }, () =>
        spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
      );
      try {
        for (let turn = 1; turn <= times; turn++) {
          const begun = performance.now();
          const tally = await runCheck({ name: 'stress', title: 'Stress', run, counts: true }, environment);
          const seconds = Math.round((performance.now() - begun) / 1000);
          console.log(
            `\n${turn} of ${times}${busy ? ` beside ${busy} busy loops` : ''}: ${inWords(tally)} (${seconds} s)`,
          );
          tallies.push(tally);
        }
      } finally {
        for (const loop of loops) loop.kill('SIGKILL');
      }
    }
    console.log(`\n${inWords(sum(tallies))}`);
    process.exitCode = sum(tallies).failed > 0 ? 1 : 0;
  } finally {
    await parts.stop();
  }
}
