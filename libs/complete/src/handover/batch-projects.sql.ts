export const batchProjectsSql = {
  /**
   * Holds what is about to be judged (schools, TRNs, groups) until the transaction ends: whoever judges the same waits and
   * then sees what was decided. Always in the same order, so that two never wait for each other. The unique indexes
   * would stop a second project too, but only by failing the whole batch.
   */
  hold: `
    select pg_advisory_xact_lock(lock) from (
      select distinct hashtextextended(key, 0) as lock from unnest($1::text[]) as key order by lock
    ) as locks`,
  tryHold: `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as held`,
  /**
   * Holds the projects that the batch may answer with or change: an answer carries the whole state, which must not be older
   * than what a page publishes meanwhile.
   */
  lock: `select from project where prepare_id = any ($1::text[]) and state <> 'deleted' order by id for update`,
  /** Every project that counts when these are judged; with its document where the batch may answer with it or change it. */
  load: `
    select id, prepare_id as "prepareId", urn, state, version, incoming_trust_ukprn as ukprn, incoming_trust_trn as trn,
           incoming_trust_name as name, group_reference as "group",
           case when prepare_id = any ($1::text[]) then document end as document
      from project
     where state <> 'deleted'
       and (prepare_id = any ($1::text[]) or (urn = any ($2::text[]) and state in ('inactive', 'active'))
            or incoming_trust_trn = any ($3::text[]) or group_reference = any ($4::text[]))`,
  insert: `
    insert into project (id, document, prepared_case)
    select (document ->> 'id')::uuid, document, "preparedCase"
      from jsonb_to_recordset($1::jsonb) as news (document jsonb, "preparedCase" jsonb)`,
  update: `
    update project set document = news.document, version = project.version + 1
      from jsonb_to_recordset($1::jsonb) as news (document jsonb, version int)
     where project.id = (news.document ->> 'id')::uuid and project.version = news.version
    returning project.id`,
  correct: `
    update project set prepared_case = prepared_case || $2::jsonb where prepare_id = $1 and state <> 'deleted'`,
  history: `
    insert into history (project_id, at, by_email, by_name, kind, what, before, after)
    select "projectId", at, "byEmail", "byName", kind, what, before, after
      from jsonb_to_recordset($1::jsonb) as news ("projectId" uuid, at timestamptz, "byEmail" text, "byName" text,
                                                  kind text, what text, before text, after text)`,
  people: `
    insert into person (email, name)
    select lower(email), name from jsonb_to_recordset($1::jsonb) as news (email text, name text) order by 1
    on conflict (email) do nothing`,
  groups: `
    insert into project_group (reference, made_at)
    select reference, clock_timestamp() from unnest($1::text[]) as reference order by 1
    on conflict (reference) do nothing`,
};
