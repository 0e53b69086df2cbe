import { lineColumn, rowTable, schemaOf } from './model-tables.sql.ts';

/** The statements that write a batch, each once for all of its rows. */
export const saveSql = (fingerprint: string, cells: readonly string[]) => {
  const schema = schemaOf(fingerprint);
  const rows = rowTable(fingerprint);
  const columns = [...cells, lineColumn];
  const rest = columns.filter((name) => name !== 'project_reference');
  return {
    states: (table: string) => `
      insert into ${schema}.${table} (key, state)
      select key, state from json_to_recordset($1::json) as news (key text, state jsonb)
      on conflict (key) do update set state = excluded.state`,
    /** Cells come as arrays in the order of the columns, the line behind them: names need not travel with each row. */
    rows: `
      insert into ${rows} (${columns.join(', ')})
      select ${columns.map((_, index) => `cells ->> ${index}`).join(', ')} from jsonb_array_elements($1::jsonb) as cells
      on conflict (project_reference) do update
         set (${rest.join(', ')}) = row (${rest.map((name) => `excluded.${name}`).join(', ')})`,
    sources: `
      insert into ${schema}.row_source as source
      select * from json_to_recordset($1::json) as news
        (project_reference text, prepare_id text, urn text, academy_urn text, incoming_ukprn text, outgoing_ukprn text)
      on conflict (project_reference) do update
         set academy_urn = excluded.academy_urn, incoming_ukprn = excluded.incoming_ukprn, outgoing_ukprn = excluded.outgoing_ukprn
       where (source.academy_urn, source.incoming_ukprn, source.outgoing_ukprn)
             is distinct from (excluded.academy_urn, excluded.incoming_ukprn, excluded.outgoing_ukprn)`,
    changes: `
      insert into ${schema}.row_change (project_reference, position, cells)
      select project_reference, position, cells
        from json_to_recordset($1::json) as news (project_reference text, position bigint, cells json)`,
    goneRows: `delete from ${rows} where project_reference = any ($1)`,
    goneSources: `delete from ${schema}.row_source where project_reference = any ($1)`,
    position: 'update read_model set position = $2 where fingerprint = $1',
  };
};
