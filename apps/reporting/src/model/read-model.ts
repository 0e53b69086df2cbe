import type { Column } from '../columns/column.ts';
import type { Sql } from '../database/sql.ts';
import { catalogue } from './catalogue.sql.ts';
import { createModel } from './model-tables.sql.ts';

/** A column as it is listed with the table that has it. */
export type ListedColumn = Pick<Column, 'name' | 'group' | 'heading'>;

/** A read model as the catalogue has it. */
export interface ReadModel {
  readonly fingerprint: string;
  readonly columns: readonly ListedColumn[];
  /** How far in the journal it is. */
  readonly position: number;
  readonly current: boolean;
}

const asReadModel = (row: ReadModel | undefined): ReadModel | undefined =>
  row && { ...row, position: Number(row.position) };

/** The read model of these columns, if it was ever built. */
export const findReadModel = async (fingerprint: string, sql: Sql): Promise<ReadModel | undefined> =>
  asReadModel((await sql.all<ReadModel>(catalogue.find, [fingerprint]))[0]);

/** The read model that files and pages read. */
export const currentReadModel = async (sql: Sql): Promise<ReadModel | undefined> =>
  asReadModel((await sql.all<ReadModel>(catalogue.current))[0]);

/** Makes the tables of an empty read model and lists its columns. */
export async function addReadModel(fingerprint: string, columns: readonly Column[], sql: Sql): Promise<void> {
  const names = columns.map(({ name }) => name);
  for (const statement of createModel(fingerprint, names).split(';\n')) await sql.all(statement);
  const listed = columns.map(({ name, group, heading }): ListedColumn => ({ name, group, heading }));
  await sql.all(catalogue.add, [fingerprint, JSON.stringify(listed)]);
}
