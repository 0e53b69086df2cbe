import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';

/** Runs a statement in the transaction of `em`, with parameters `$1`, `$2` that the database itself binds. */
export async function sql<Row = Record<string, unknown>>(
  em: EntityManager,
  statement: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await em.getKysely().executeQuery<Row>(CompiledQuery.raw(statement, [...parameters]));
  return rows;
}
