// Jest's global setup and teardown want default exports. Node 24 reads the TypeScript behind them as it is.
import { partsForTests } from './src/parts/parts-for-tests.ts';
import { inOneLine, StartupError } from './src/errors/startup-error.ts';

let parts;

/** One PostgreSQL and one Kafka for a whole run of the int and e2e tests; workers hear of them by environment. */
export async function setUp() {
  if (parts) return;
  try {
    parts = await partsForTests();
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    process.stderr.write(`\n${inOneLine(error)}\n`);
    process.exit(1);
  }
  process.env.DATABASE_URL = parts.databaseUrl;
  process.env.KAFKA_BROKERS = parts.brokers.join(',');
}

export async function tearDown() {
  await parts?.stop();
  parts = undefined;
}
