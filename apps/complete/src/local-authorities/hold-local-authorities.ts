import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Local authorities are this transaction's alone until it ends: an import changes many of them, so it and an edit go one
 * after the other. What is read after this is what stands.
 */
export const holdLocalAuthorities = (em: EntityManager): Promise<unknown> =>
  em.execute(`select pg_advisory_xact_lock(hashtextextended('local authorities', 0))`);
