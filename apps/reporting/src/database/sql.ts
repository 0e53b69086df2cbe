import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import type { ClientBase } from 'pg';

/** Runs statements on one connection, with parameters bound by the database; large JSON travels as it is. */
export interface Sql {
  all<Row = Record<string, unknown>>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Statements in the transaction of `em`. */
export const sqlOf = (em: EntityManager): Sql => ({
  all: async <Row>(text: string, parameters: readonly unknown[] = []) =>
    (await em.getKysely().executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows as Row[],
});

/** Statements on a connection of our own. */
export const sqlOn = (client: ClientBase): Sql => ({
  all: async <Row>(text: string, parameters: readonly unknown[] = []) =>
    (await client.query(text, [...parameters])).rows as Row[],
});
