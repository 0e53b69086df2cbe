import { completeDatabase } from '@academies/complete';
import { openDatabase } from '@academies/database';
import { messagingOf, Relay } from '@academies/messaging';
import { settingsOf } from '../settings/settings.ts';
import { republishComplete } from './republish-complete.ts';

const settings = settingsOf();
const orm = await openDatabase(settings.DATABASE_URL, completeDatabase);
try {
  const { projects, localAuthorities } = await republishComplete(orm);
  await new Relay({ ...messagingOf('complete', { ...settings, LOG_LEVEL: 'warn' }), orm, source: 'complete' }).drain();
  console.log(`${projects} projects and ${localAuthorities} local authorities are published again`);
} finally {
  await orm.close(true);
}
