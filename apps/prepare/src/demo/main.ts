import { openDatabase } from '@academies/database';
import { kafkaSettings, messagingOf, Relay } from '@academies/messaging';
import { settingsFrom, webSettings } from '@academies/web';
import { prepareDatabase } from '../database/prepare-database.ts';
import { makeProjects } from './make-projects.ts';
import { onWentBack } from '../republish/present-state.ts';
import { waitForRegister } from './wait-for-register.ts';

const settings = settingsFrom({ ...webSettings({ service: 'prepare', port: 3001 }), ...kafkaSettings() })();
const { kafka, logger } = messagingOf('prepare', { ...settings, LOG_LEVEL: 'warn' });
const orm = await openDatabase(settings.DATABASE_URL, prepareDatabase, settings.TRIAL);
try {
  await waitForRegister(orm, kafka, logger);
  const count = await orm.em.fork().transactional((em) => makeProjects(em));
  console.log(count ? `${count} projects are prepared` : 'projects are there already');
  await new Relay({ orm, kafka, source: 'prepare', logger, onWentBack }).drain();
} finally {
  await orm.close(true);
}
