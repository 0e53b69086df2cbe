import { type ConsumerOptions, EventConsumer, messagingMigrations } from '@academies/messaging';
import { applyRegisterEvents, registerEntities, registerMigrations, registerSubscription } from '@academies/register';
import { eventually, type FreshDatabase, freshDatabase } from '@academies/testing';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { type AnImporter, anImporter } from './examples/an-importer.ts';
import { fileOf, someSchools, someTrusts } from './examples/sample-files.ts';
import { republishAll } from './importing/republish-all.ts';

describe("A service's copy of the register", () => {
  let importer: AnImporter;
  let database: FreshDatabase;
  let orm: MikroORM;
  beforeEach(async () => {
    importer = await anImporter();
    database = await freshDatabase('copy');
    orm = await MikroORM.init({
      clientUrl: database.url,
      entities: registerEntities,
      extensions: [Migrator],
      migrations: { migrationsList: [...registerMigrations, ...messagingMigrations], snapshot: false, silent: true },
    });
    await orm.migrator.up();
  });
  afterEach(async () => {
    await orm.close();
    await database.drop();
    await importer.close();
  });

  const known = () => importer.ask<object>(`select key, state from register_record where kind <> 'x' order by key`);
  const copied = () =>
    orm.em.fork().execute<object[]>(`
      select urn as key, state from register_establishment union all select group_uid, state from register_trust order by key`);
  const reading = async (group: string, until: () => Promise<void>) => {
    const subscription = registerSubscription(group);
    const apply: ConsumerOptions['apply'] = async (events, em) => void (await applyRegisterEvents(events, em));
    const consumer = new EventConsumer({ orm, kafka: importer.kafka, subscription, apply, fromBeginning: true });
    consumer.start();
    await eventually(until, { within: 20_000 }).finally(() => consumer.stop());
  };
  const untilEqual = async () => expect(await copied()).toEqual(await known());

  it('is what was published, and stays so when the topics are read again or everything is published again', async () => {
    const rows = someSchools(300);
    await importer.import({ establishments: fileOf(rows), groups: fileOf(someTrusts(30)) });
    await importer.import({ establishments: fileOf(rows.map((row) => ({ ...row, Town: 'Elsewhere' }))) });
    await reading('first', untilEqual);
    const before = await copied();
    expect(before).toHaveLength(330);

    await republishAll({ ...importer.importing, untilStopped: async () => {} });
    await orm.em.fork().execute('delete from register_establishment where urn < $$100200$$');
    await reading('second', untilEqual);
    expect(await copied()).toEqual(before);

    const later = rows.map((row) => ({ ...row, Town: row['URN'] === '100007' ? 'Elsewhere again' : 'Elsewhere' }));
    await importer.import({ establishments: fileOf(later) });
    await reading('first', untilEqual);
  }, 60_000);
});
