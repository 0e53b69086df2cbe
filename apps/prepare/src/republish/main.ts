import { openDatabase } from '@academies/database';
import { databaseUrl, republish } from '@academies/messaging';
import { prepareDatabase } from '../database/prepare-database.ts';
import { presentState } from './present-state.ts';

/** Queues every project again; the service's relay publishes them. For a lost topic, or a new consumer. */
const orm = await openDatabase(databaseUrl('prepare'), prepareDatabase, 'either');
try {
  const count = await republish(orm, { ...presentState, onProgress: (done) => console.log(`${done} projects queued`) });
  console.log(`${count} projects will be published again`);
} finally {
  await orm.close(true);
}
