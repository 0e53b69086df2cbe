import { rowTable, schemaOf } from './model-tables.sql.ts';

/** One number for all rows, one for all changed cells: two read models that say the same have the same. */
export const hashOf = (fingerprint: string): string => `
  select (select md5(coalesce(string_agg(md5(row::text), '' order by project_reference), '')) from ${rowTable(fingerprint)} as row) as rows,
         (select md5(coalesce(string_agg(md5(change::text), '' order by project_reference, position), ''))
            from ${schemaOf(fingerprint)}.row_change as change) as history`;
