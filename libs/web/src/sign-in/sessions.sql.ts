import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Where sessions live, and what was typed when one had ended, in the service's own database. Two processes may start at once, so the first takes a lock:
 * `if not exists` alone can still collide in the catalogue.
 */
export const createSessionTable = `
  begin;
  select pg_advisory_xact_lock(hashtext('web_session'));
  create table if not exists web_session (
    sid text collate "C" primary key,
    sess jsonb not null,
    expire timestamptz(6) not null
  );
  create table if not exists web_typed (
    id uuid primary key,
    sealed text not null,
    expire timestamptz not null
  );
  create index if not exists web_session_expire on web_session (expire);
  commit;`;

/**
 * Ends every session of somebody in the transaction of `em`. Until it commits nobody signs in, so that whoever comes
 * meanwhile meets what it has changed.
 */
export async function endSessionsOf(em: EntityManager, email: string): Promise<void> {
  await sql(em, 'lock table web_session in share row exclusive mode');
  await sql(em, `delete from web_session where sess #>> '{user,email}' = $1`, [email]);
}
