import { createTopics } from '@academies/messaging';
import pg from 'pg';
import { localSettings } from '../settings.ts';
import { databaseUrl } from '../start/services.table.ts';
import { inOneLine, Trouble } from '../trouble.ts';
import { analyse } from './analyse.ts';
import { createDatabases } from './create-databases.ts';
import { demoSteps } from './demo-steps.table.ts';
import { doneOnce } from './done-once.ts';
import { runProgram } from './run-program.ts';

/** Databases, topics and demo data: the same for `npm start` and for the containers, and again without harm. */
async function setUp(): Promise<void> {
  const { DATABASE_URL: server, KAFKA_BROKERS: brokers } = localSettings();
  if (!server || !brokers) throw new Trouble('DATABASE_URL or KAFKA_BROKERS is missing.', 'Set the url of a server, and its brokers.');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    console.log('creating databases');
    await createDatabases(client);
    console.log('creating topics');
    await createTopics({ brokers: brokers.split(','), clientId: 'setup' });
    for (const { name, does, entry, database } of demoSteps) {
      await doneOnce(client, name, async () => {
        console.log(does);
        const url = databaseUrl(server, database);
        await runProgram(entry, { DATABASE_URL: url, KAFKA_BROKERS: brokers });
        await analyse(url);
      });
    }
    console.log('Everything is set up');
  } finally {
    await client.end();
  }
}

try {
  await setUp();
} catch (error) {
  console.error(inOneLine(error));
  process.exitCode = 1;
}
