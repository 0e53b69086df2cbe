import { copies, type CopyTable } from './copied-rows.ts';

/** Writes many rows at once; an older state never replaces a newer one. Returns the keys whose state changed. */
export const upsertCopies = (table: CopyTable): string => `
  insert into ${table} as known (${copies[table].key}, sequence, search_name, state)
  select key, sequence, search_name, state
    from jsonb_to_recordset(?::jsonb) as news (key text, sequence bigint, search_name text, state jsonb)
  on conflict (${copies[table].key}) do update
     set sequence = excluded.sequence, search_name = excluded.search_name, state = excluded.state
   where known.sequence < excluded.sequence
  returning ${copies[table].key} as key`;
