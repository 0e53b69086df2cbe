export const rejectionsSql = {
  keep: `
    insert into rejected_handover (prepare_id, urn, attempt, kind, reasons, rejected_at, settled, settled_at)
    select "prepareId", urn, attempt, kind, reasons, at, settled, case when settled is not null then clock_timestamp() end
      from jsonb_to_recordset($1::jsonb)
        as news ("prepareId" text, urn text, attempt int, kind text, reasons jsonb, at timestamptz, settled text)
    on conflict (prepare_id, urn, attempt)
      do update set reasons = excluded.reasons, rejected_at = excluded.rejected_at,
                    settled = excluded.settled, settled_at = excluded.settled_at`,
  settle: `
    update rejected_handover set settled = how, settled_at = clock_timestamp()
      from jsonb_to_recordset($1::jsonb) as news ("prepareId" text, urn text, how text)
     where settled is null and prepare_id = "prepareId" and (news.urn is null or rejected_handover.urn = news.urn)`,
  open: `
    select prepare_id as "prepareId", urn, attempt, kind, reasons, rejected_at as "rejectedAt"
      from rejected_handover where settled is null
     order by rejected_at desc, prepare_id, urn limit $1 offset $2`,
  count: 'select count(*)::int as total from rejected_handover where settled is null',
};
