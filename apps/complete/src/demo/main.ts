import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCompleteDatabase } from '@academies/complete';
import { Relay } from '@academies/messaging';
import { registerEntities as entities, registerMigrations as migrations } from '@academies/register';
import { kafkaOf, loggerOf } from '../kafka.ts';
import { importLocalAuthorities } from '../local-authorities/import-local-authorities.ts';
import { keepPerson } from '../people/people.ts';
import { settingsOf } from '../settings.ts';
import { demoPeople } from './people.table.ts';
import { withHandover } from './run-handover.ts';
import { tellStories } from './tell-stories.ts';
import { waitForArrivals } from './wait-for-arrivals.ts';

const settings = settingsOf();
const kafka = kafkaOf(settings);
const logger = loggerOf({ ...settings, LOG_LEVEL: 'warn' });
const orm = await openCompleteDatabase(settings.DATABASE_URL, { entities, migrations });
try {
  const csv = await readFile(join('.local', 'demo', 'local-authorities.csv'), 'utf8');
  const { changed } = await orm.em.fork().transactional((em) => importLocalAuthorities(em, csv, null));
  console.log(`${changed} local authorities are loaded`);
  for (const { person, team } of demoPeople) await keepPerson(orm.em.fork(), { ...person, team });
  console.log('approved projects are being handed over');
  await withHandover(settings, (failed) => Promise.race([waitForArrivals(orm, kafka, logger), failed]));
  console.log(`${await tellStories(orm)} projects are under way in Complete`);
  await new Relay({ orm, kafka, source: 'complete', logger }).drain();
} finally {
  await orm.close(true);
}
