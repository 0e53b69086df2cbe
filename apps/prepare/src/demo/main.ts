import { Relay } from '@academies/messaging';
import { openDatabase } from '../database/orm.ts';
import { kafkaOf, loggerOf } from '../kafka.ts';
import { settingsOf } from '../settings.ts';
import { makeProjects } from './make-projects.ts';
import { waitForRegister } from './wait-for-register.ts';

const settings = settingsOf();
const kafka = kafkaOf(settings);
const logger = loggerOf({ ...settings, LOG_LEVEL: 'warn' });
const orm = await openDatabase(settings.DATABASE_URL);
try {
  await waitForRegister(orm, kafka, logger);
  const count = await orm.em.fork().transactional((em) => makeProjects(em));
  console.log(count ? `${count} projects are prepared` : 'projects are there already');
  await new Relay({ orm, kafka, source: 'prepare', logger }).drain();
} finally {
  await orm.close(true);
}
