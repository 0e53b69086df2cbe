import { join } from 'node:path';
import { completeDatabase } from '@academies/complete';
import { openDatabase } from '@academies/database';
import { messagingOf } from '@academies/messaging';
import { importLocalAuthorities } from '../local-authorities/import-local-authorities.ts';
import { savePerson } from '../project/people.ts';
import { relayOfCommand } from '../republish/republish-complete.ts';
import { settingsOf } from '../settings/settings.ts';
import { demoPeople } from './people.table.ts';
import { waitForArrivals, withHandover } from './run-handover.ts';
import { playScenarios } from './play-scenarios.ts';

const settings = settingsOf();
const { kafka, logger } = messagingOf('complete', { ...settings, LOG_LEVEL: 'warn' });
const orm = await openDatabase(settings.DATABASE_URL, completeDatabase, settings.TRIAL);
try {
  const file = join('.local', 'demo', 'local-authorities.csv');
  const { changed } = await orm.em.fork().transactional((em) => importLocalAuthorities(em, file));
  console.log(`${changed} local authorities are loaded`);
  for (const { person, ...more } of demoPeople) await savePerson(orm.em.fork(), { ...person, ...more }, null);
  console.log('approved projects are being handed over');
  await withHandover(settings, (failed) => Promise.race([waitForArrivals(orm, kafka, logger), failed]));
  console.log(`${await playScenarios(orm)} projects are under way in Complete`);
  await relayOfCommand(orm, settings).drain();
} finally {
  await orm.close(true);
}
