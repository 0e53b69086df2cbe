/**
 * Where sessions live, in the service's own database. Two processes may start at once, so the first takes a lock:
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
  create index if not exists web_session_expire on web_session (expire);
  commit;`;
