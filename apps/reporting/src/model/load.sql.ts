import { schemaOf } from './model-tables.sql.ts';

/** The queries that bring what a batch needs into memory, for one read model. */
export const loadSql = (fingerprint: string) => {
  const schema = schemaOf(fingerprint);
  return {
    /** Prepare ids of rows made from these schools, trusts, authorities or constituencies. */
    mentioning: `
      with school as materialized (
        select unnest($1::text[]) as urn
        union select key from ${schema}.establishment where local_authority = any ($3) or constituency = any ($4))
      select distinct prepare_id from ${schema}.row_source where urn in (select urn from school)
      union select distinct prepare_id from ${schema}.row_source where academy_urn = any ($1)
      union select distinct prepare_id from ${schema}.row_source where incoming_ukprn = any ($2)
      union select distinct prepare_id from ${schema}.row_source where outgoing_ukprn = any ($2)`,
    byKey: (table: string) => `select key, state from ${schema}.${table} where key = any ($1)`,
    completeOf: `select key, state from ${schema}.complete_project where prepare_id = any ($1)`,
    trusts: `
      select key, state from ${schema}.trust where key = any ($1)
      union all select key, state from ${schema}.trust where ukprn = any ($2) and key <> all ($1)`,
  };
};
