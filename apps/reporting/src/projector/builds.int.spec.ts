import { openPool, sqlOf } from '@academies/database';
import { TrustChanged } from '@academies/contracts';
import { eventually } from '@academies/testing';
import { text } from '../columns/cell.ts';
import { aDatabase, type Database, projection } from '../fixtures/database.spec.ts';
import { approved, created, received, started } from '../fixtures/events.spec.ts';
import { aConversion, activeInComplete, anApprovedConversion, aTrust } from '../fixtures/states.spec.ts';
import { currentReadModel } from '../read-model/read-model.ts';
import { rowTable, schemaOf } from '../read-model/tables.sql.ts';
import { buildReadModel, dropUnread } from './build-read-model.ts';
import { applyBatch, Projector } from './projector.ts';
import { rebuildReadModel } from './rebuild-read-model.ts';

describe('A read model that is built', () => {
  let database: Database;
  beforeEach(async () => void (database = await aDatabase()));
  afterEach(() => database.drop());

  const rowsOf = async (build: string) =>
    (await database.client.query<Record<string, string>>(`select * from ${rowTable(build)} order by school_urn`)).rows;
  const builds = async () =>
    (await database.client.query<{ build: string }>('select build from read_model order by created_at')).rows.map(
      ({ build }) => build,
    );
  const ofARelease = (fingerprint: string, columns = projection.columns) => ({ ...projection, fingerprint, columns });
  const without = (name: string) => projection.columns.filter((column) => column.name !== name);

  it('beside one of an earlier release lets that one serve and take events, until they change places', async () => {
    await database.apply(started(aConversion()));
    const later = ofARelease('later', without('school_name'));
    const take = (...events: Parameters<typeof applyBatch>[0]) =>
      database.orm.em.fork().transactional((em) => applyBatch(events, later, sqlOf(em)));
    await take(approved(anApprovedConversion()));
    const [before] = await rowsOf(projection.fingerprint);
    expect(before).toMatchObject({ prepare_status: 'approved with conditions', school_name: null });

    await buildReadModel(later, database.session);
    expect(await currentReadModel(database.session)).toMatchObject({ build: 'later', position: 2 });
    await take(created(activeInComplete()));
    const [after] = await rowsOf('later');
    expect(after).toMatchObject({ complete_state: 'active', school_urn: '900123' });
    expect(after).not.toHaveProperty('school_name');
    expect(await builds()).toEqual(['later']);
  });

  it('is begun by the projector that becomes active, which waits for it neither at its start nor at its end', async () => {
    await database.apply(started(aConversion()));
    const later = new Projector(database.orm, ofARelease('later', without('school_name')));
    const stop = new AbortController();
    await later.onActive(stop.signal);
    await database.orm.em.fork().transactional((em) => later.flush([approved(anApprovedConversion())], em));
    await eventually(async () => expect((await currentReadModel(database.session))?.build).toBe('later'));
    expect((await rowsOf('later'))[0]).toMatchObject({ prepare_status: 'approved with conditions' });

    const other = new Projector(database.orm, ofARelease('other'));
    await other.onActive(stop.signal);
    stop.abort();
    await other.onApplicationShutdown();
  });

  it('can be stopped at once, goes on where it was, and serves only when it is whole', async () => {
    await database.apply(started(aConversion()));
    const stop = new AbortController();
    stop.abort();
    await expect(buildReadModel(ofARelease('later'), database.session, stop.signal)).rejects.toThrow('aborted');
    expect((await currentReadModel(database.session))?.build).toBe(projection.fingerprint);
    await buildReadModel(ofARelease('later'), database.session);
    expect((await currentReadModel(database.session))?.build).toBe('later');
    expect(await rowsOf('later')).toHaveLength(1);
  });

  it('again is swapped in beside a slow download, which has its rows to the end; nobody waits for it', async () => {
    await database.apply(started(aConversion()));
    const pool = openPool(database.url, { name: 'slow', max: 1, patienceMs: 5_000, onLost: () => {} });
    const reader = await pool.connect();
    await reader.query('begin transaction isolation level repeatable read, read only');
    const sql = { all: async (statement: string) => (await reader.query(statement)).rows as never[] };
    const model = await currentReadModel(sql);
    // Its COPY begins only after the swap.
    expect((await rebuildReadModel(projection, database.session, { keep: true })).same).toBe(true);
    await database.apply(received(TrustChanged, { trust: aTrust({ name: 'After the swap' }) }));
    const { rows } = await reader.query(`select * from ${rowTable(model?.build as string)}`);
    expect(rows).toHaveLength(1);
    expect(await builds()).toHaveLength(2);

    await reader.query('commit');
    reader.release();
    await pool.end();
    await dropUnread(database.session);
    const [left, ...others] = await builds();
    expect(others).toEqual([]);
    expect(left).not.toBe(projection.fingerprint);
    expect((await rowsOf(left as string))[0]).toMatchObject({ incoming_trust_name: 'After the swap' });
    const { rows: schemas } = await database.client.query(
      `select nspname from pg_namespace where nspname like 'model_%' order by nspname`,
    );
    expect(schemas).toEqual([{ nspname: schemaOf(left as string) }]);
  });

  it('with a column that fails on some rows has those cells blank and told, and the rest', async () => {
    const failing = projection.columns.map((column) =>
      column.name === 'school_urn'
        ? {
            ...column,
            cell: ({ prepared, urn }: Parameters<typeof column.cell>[0]) => {
              if (!prepared?.assignedTo) throw new TypeError('assignedTo is null');
              return text(urn);
            },
          }
        : column,
    );
    await database.apply(started(aConversion({ assignedTo: null })));
    await buildReadModel(ofARelease('failing', failing), database.session);
    const told = async () =>
      (await database.client.query('select project_reference, "column", reason from failed_cell')).rows;
    expect((await rowsOf('failing'))[0]).toMatchObject({ project_reference: '1042/900123', school_urn: null });
    expect(await told()).toEqual([
      { project_reference: '1042/900123', column: 'school_urn', reason: 'TypeError: assignedTo is null' },
    ]);
    await database.orm.em
      .fork()
      .transactional((em) => applyBatch([started(aConversion())], ofARelease('failing', failing), sqlOf(em)));
    expect(await told()).toEqual([]);
  });
});
