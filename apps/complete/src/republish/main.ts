import { openCompleteDatabase } from '@academies/complete';
import { Relay } from '@academies/messaging';
import { registerEntities as entities, registerMigrations as migrations } from '@academies/register';
import { kafkaOf, loggerOf } from '../kafka.ts';
import { settingsOf } from '../settings.ts';
import { republishComplete } from './republish-complete.ts';

const settings = settingsOf();
const orm = await openCompleteDatabase(settings.DATABASE_URL, { entities, migrations });
try {
  const { projects, localAuthorities } = await republishComplete(orm);
  const logger = loggerOf({ ...settings, LOG_LEVEL: 'warn' });
  await new Relay({ orm, kafka: kafkaOf(settings), source: 'complete', logger }).drain();
  console.log(`${projects} projects and ${localAuthorities} local authorities are published again`);
} finally {
  await orm.close(true);
}
