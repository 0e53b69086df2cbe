import { completeDatabase } from '@academies/complete';
import { openDatabase } from '@academies/database';
import { settingsOf } from '../settings/settings.ts';
import { relayOfCommand, republishComplete } from './republish-complete.ts';

const settings = settingsOf();
const orm = await openDatabase(settings.DATABASE_URL, completeDatabase, settings.TRIAL);
try {
  const { projects, localAuthorities } = await republishComplete(orm);
  await relayOfCommand(orm, settings).drain();
  console.log(`${projects} projects and ${localAuthorities} local authorities are published again`);
} finally {
  await orm.close(true);
}
