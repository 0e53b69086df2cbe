/** Takes many new and changed rows at once: kind, then rows as JSON. */
export const takeRecords = `
  insert into register_record (kind, key, hash, state)
  select $1, key, hash, state from json_to_recordset($2::json) as taken (key text, hash text, state jsonb)
  on conflict (kind, key) do update set hash = excluded.hash, state = excluded.state, changed_at = now()`;

/** The hashes of some states of a kind: kind, keys. */
export const hashesOf = `
  select key, hash from register_record where kind = $1 and key = any ($2::text[])`;

/** The next keys of a kind: kind, the key before them, how many. */
export const keysAfter = `select key from register_record where kind = $1 and key > $2 order by key limit $3`;

/** Some records of a kind: kind, keys. */
export const recordsOf = `
  select key, state from register_record where kind = $1 and key = any ($2::text[]) order by key`;

/** One import at a time; held until the connection ends, also when the process is killed. */
export const tryImportLock = `select pg_try_advisory_lock(hashtext('academies.register.import')) as mine`;
export const importLock = `select pg_advisory_lock(hashtext('academies.register.import'))`;
