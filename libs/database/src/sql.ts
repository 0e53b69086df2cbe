import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import pg from 'pg';

/** Runs statements, on whatever connection, with parameters `$1`, `$2` that the database itself binds. */
export interface Sql {
  all<Row = Record<string, unknown>>(statement: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Runs a statement in the transaction of `em`, with parameters that the database binds; large texts travel as they are. */
export async function sql<Row = Record<string, unknown>>(
  em: EntityManager,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(statement, [...parameters]));
  return rows;
}

/** Statements in the transaction of `em`, for code that does not care whose connection it is. */
export const sqlOf = (em: EntityManager): Sql => ({ all: (statement, parameters) => sql(em, statement, parameters) });

/** For statements that take no parameters (COPY, names of tables): a name, a text, as SQL writes them. */
export const { escapeIdentifier, escapeLiteral } = pg;

/** A text column out of a JSON document, so that both cannot disagree; collation "C", the same on every server. */
export const textFrom = (document: string) => (name: string, path: string) =>
  `${name} text collate "C" generated always as (${document} #>> '{${path}}') stored`;

/** Renames what every object of a JSON array in a column calls `before`. */
export const renameInEach = (table: string, column: string, before: string, after: string): string => `
  update ${table} set ${column} = (
    select jsonb_agg(each - '${before}' || jsonb_build_object('${after}', each -> '${before}') order by position)
      from jsonb_array_elements(${column}) with ordinality as item (each, position))
   where jsonb_path_exists(${column}, '$[*].${before}')`;

/** What the driver says, without a code, of a connection that was lost or never came. */
const lost =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Connection ended/i;

/** Whether an error is the driver's word that a connection was lost or never came; with a code, the code says it. */
export const isLostConnection = (error: unknown): boolean => error instanceof Error && lost.test(error.message);
