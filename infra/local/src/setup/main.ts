import { Session } from '@academies/database';
import { createTopics, messagingOf } from '@academies/messaging';
import { localSettings } from '../settings/settings.ts';
import { databaseUrl } from '../start/services.table.ts';
import { inOneLine, StartupError } from '../errors/startup-error.ts';
import { analyse } from './analyse.ts';
import { createDatabases } from './create-databases.ts';
import { demoSteps } from './demo-steps.table.ts';
import { doneOnce } from './done-once.ts';
import { runProgram } from './run-program.ts';

/** Databases, topics and demo data: the same for `npm start` and for the containers, and again without harm. */
async function setUp(): Promise<void> {
  const { DATABASE_URL, KAFKA_BROKERS: brokers, TRIAL } = localSettings();
  if (!DATABASE_URL || !brokers)
    throw new StartupError('DATABASE_URL or KAFKA_BROKERS is missing.', 'Set the url of a server, and its brokers.');
  await Session.use(DATABASE_URL, 'setup', async (server) => {
    console.log('creating databases');
    await createDatabases(server);
    console.log('creating topics');
    await createTopics(messagingOf('setup', { KAFKA_BROKERS: brokers.split(','), TRIAL }).kafka);
    for (const { name, does, entry, database } of demoSteps) {
      await doneOnce(server, name, async () => {
        console.log(does);
        const url = databaseUrl(DATABASE_URL, database);
        await runProgram(entry, { DATABASE_URL: url, KAFKA_BROKERS: brokers, TRIAL });
        await analyse(url);
      });
    }
    console.log('Everything is set up');
  });
}

try {
  await setUp();
} catch (error) {
  console.error(inOneLine(error));
  process.exitCode = 1;
}
