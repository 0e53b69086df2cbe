import { TransientError } from '@academies/contracts';
import type { Sql } from '@academies/database';
import type { Column } from '../columns/column.ts';
import type { NarrowColumn } from '../filters/filter.ts';
import { createModel, tablesVersion } from './tables.sql.ts';

const all = 'select build, fingerprint, columns, narrow, position, current, tables from read_model';

/** Which read models there are, with their lists of columns, and which one files and pages read. */
export const catalogue = {
  current: `${all} where current`,
  /** One that is being built of these columns, or serves. */
  of: `${all} where fingerprint = $1 and gone_at is null order by current desc, created_at desc limit 1`,
  /** Whoever writes rows holds this line to the end of the transaction: a writer that lost its lead cannot overtake. */
  holdCurrent: `${all} where current for update`,
  hold: `${all} where build = $1 for update`,
  add: 'insert into read_model (build, fingerprint, columns, narrow, tables) values ($1, $2, $3::jsonb, $4::jsonb, $5)',
  remove: 'delete from read_model where build = $1',
  /** Readers see the old one until the commit, and the new one after it; the old one is dropped later. */
  retire: "update read_model set current = false, gone_at = 'infinity' where current and build <> $1",
  makeCurrent: 'update read_model set current = true where build = $1',
  /** Said when the swap is committed: whoever began to read before may read the old one. */
  gone: "update read_model set gone_at = clock_timestamp() where gone_at = 'infinity'",
  /** Builds that have served, and that no snapshot is old enough to read. */
  unread: `
    select build from read_model
     where gone_at is not null
       and not exists (select from pg_stat_activity where datname = current_database() and xact_start < gone_at)`,
};

/** A column as it is listed with the table that has it. */
export type ListedColumn = Pick<Column, 'name' | 'group' | 'heading'>;

/** A read model as the catalogue has it. */
export interface ReadModel {
  /** Names its schema: the fingerprint alone, or with what tells a second build of the same columns from the first. */
  readonly build: string;
  readonly fingerprint: string;
  readonly columns: readonly ListedColumn[];
  /** Columns of its narrow table; none in one that was built before there was any. */
  readonly narrow: readonly string[];
  /** How far in the journal it is. */
  readonly position: number;
  readonly current: boolean;
  /** Which tables it has: those of this release, or of an earlier one. */
  readonly tables: number;
}

const one = async (
  sql: Sql,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<ReadModel | undefined> => {
  const [row] = await sql.all<ReadModel>(statement, parameters);
  return row && { ...row, position: Number(row.position) };
};

/** The read model of these columns, if it was ever built. */
export const findReadModel = (fingerprint: string, sql: Sql) => one(sql, catalogue.of, [fingerprint]);

/** The read model that files and pages read. */
export const currentReadModel = (sql: Sql) => one(sql, catalogue.current);

/** The same, with the tables of this release: history and findings are read from nothing else. */
export async function currentTables(sql: Sql): Promise<ReadModel> {
  const model = await currentReadModel(sql);
  if (model?.tables !== tablesVersion)
    throw new TransientError('REPORTING.NOT_BUILT', 'This is being built. Try again in a few minutes.');
  return model;
}

/** The read model that serves, once it has a narrow table: one of an earlier release serves on while the new one is built. */
export async function narrowModel(sql: Sql): Promise<ReadModel> {
  const model = await currentReadModel(sql);
  if (!model || model.narrow.length === 0)
    throw new TransientError('REPORTING.NOT_BUILT', 'The files are being built. Try again in a few minutes.');
  return model;
}

/** The same as it is held, for whoever writes to it. */
export const holdCurrent = (sql: Sql) => one(sql, catalogue.holdCurrent);

/** A build, for whoever writes to it. */
export const holdBuild = (build: string, sql: Sql) => one(sql, catalogue.hold, [build]);

/** What a read model is made with: the columns of its rows, and those of the narrow table beside them. */
export interface Made {
  readonly fingerprint: string;
  readonly columns: readonly Column[];
  readonly narrow: readonly NarrowColumn[];
}

/** Makes the tables of an empty read model and lists its columns; answers with the name of the build. */
export async function addReadModel({ fingerprint, columns, narrow }: Made, sql: Sql): Promise<string> {
  const [taken] = await sql.all('select from read_model where build = $1', [fingerprint]);
  const build = taken ? `${fingerprint}_${Date.now().toString(36)}` : fingerprint;
  const names = columns.map(({ name }) => name);
  for (const statement of createModel(build, names, narrow).split(';\n')) await sql.all(statement);
  const listed = columns.map(({ name, group, heading }): ListedColumn => ({ name, group, heading }));
  const looked = narrow.map(({ name }) => name);
  await sql.all(catalogue.add, [build, fingerprint, JSON.stringify(listed), JSON.stringify(looked), tablesVersion]);
  return build;
}

/** From the commit on this one is read. */
export async function makeCurrent(build: string, sql: Sql): Promise<void> {
  await sql.all(catalogue.retire, [build]);
  await sql.all(catalogue.makeCurrent, [build]);
}
