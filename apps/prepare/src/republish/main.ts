import { databaseUrl, republish } from '@academies/messaging';
import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '../database/orm.ts';
import { presentState } from './present-state.ts';

/** Queues every project again; the service's relay publishes them. For a lost topic, or a new consumer. */
const orm = await MikroORM.init(ormOptions(databaseUrl('prepare')));
try {
  const count = await republish(orm, { ...presentState, onProgress: (done) => console.log(`${done} projects queued`) });
  console.log(`${count} projects will be published again`);
} finally {
  await orm.close(true);
}
