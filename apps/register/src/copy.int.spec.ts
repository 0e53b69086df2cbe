import { isDeepStrictEqual } from 'node:util';
import { openDatabase } from '@academies/database';
import { type ConsumerOptions, ConsumerRunner, messagingMigrations } from '@academies/messaging';
import { applyRegisterEvents, registerEntities, registerMigrations, registerSubscription } from '@academies/register';
import { eventually, type FreshDatabase, freshDatabase } from '@academies/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import { type AnImporter, anImporter } from './fixtures/an-importer.ts';
import { fileOf, someSchools, someTrusts } from './fixtures/sample-files.ts';
import { republishAll } from './importing/republish-all.ts';

describe("A service's copy of the register", () => {
  let importer: AnImporter;
  let database: FreshDatabase;
  let orm: MikroORM;
  beforeEach(async () => {
    importer = await anImporter();
    database = await freshDatabase('copy');
    const migrations = [...registerMigrations, ...messagingMigrations];
    orm = await openDatabase(database.url, { name: 'copy', entities: registerEntities, migrations });
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
  /** Reads until the copy is what is known. That two long lists differ is not told each time: telling takes seconds. */
  const readAll = async (group: string) => {
    const subscription = registerSubscription(group);
    const apply: ConsumerOptions['apply'] = async (events, em) => void (await applyRegisterEvents(events, em));
    const consumer = new ConsumerRunner({ orm, kafka: importer.kafka, subscription, apply, fromBeginning: true });
    consumer.start();
    await eventually(async () => isDeepStrictEqual(await copied(), await known())).finally(() => consumer.stop());
  };

  it('is what was published, and stays so when the topics are read again or everything is published again', async () => {
    const rows = someSchools(300);
    await importer.import({ establishments: fileOf(rows), groups: fileOf(someTrusts(30)) });
    await importer.import({ establishments: fileOf(rows.map((row) => ({ ...row, Town: 'Elsewhere' }))) });
    await readAll('first');
    const before = await copied();
    expect(before).toHaveLength(330);

    await republishAll(importer.importing);
    await orm.em.fork().execute('delete from register_establishment where urn < $$100200$$');
    await readAll('second');
    expect(await copied()).toEqual(before);

    const later = rows.map((row) => ({ ...row, Town: row['URN'] === '100007' ? 'Elsewhere again' : 'Elsewhere' }));
    await importer.import({ establishments: fileOf(later) });
    await readAll('first');
  });

  it('follows a register whose database was put back to an older dump', async () => {
    const importTown = (Town: string) =>
      importer.import({ establishments: fileOf(someSchools(3).map((row) => ({ ...row, Town }))) });
    await importTown('Marrow');
    const { restore } = await importer.database.dump();
    for (const lost of ['Weir', 'Larkney', 'Hedens']) await importTown(lost);
    await readAll('copy');
    await restore();

    await importTown('Aldermoor');
    await readAll('copy');
    expect(importer.findings).toEqual([
      expect.stringMatching(
        /^The database went back: it does not know 9 events .* register.establishment.changed.v1 of establishment.100001/,
      ),
    ]);
  });
});
