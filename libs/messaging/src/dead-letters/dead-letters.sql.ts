/** `id` is a text here, so rows are ordered by `dead_letter.id`: by text, 100 would come before 99. */
const asParked = `
  id::text as id, consumer_group as "group", key, topic, partition, message_offset::text as "offset", event_id as "eventId", type,
  headers, raw_key as "rawKey", raw_value as "rawValue", kind, code, message, tries, parked_at as "parkedAt",
  (select request from blocked_key known
    where known.consumer_group = dead_letter.consumer_group and known.ordering_key = dead_letter.ordering_key) as request`;

/** A key whose rows include one that answers to $2: a key, or # and the number of a row. */
const chosen = `
  consumer_group = coalesce($1, consumer_group) and exists (
    select from dead_letter d
    where d.consumer_group = blocked_key.consumer_group and d.ordering_key = blocked_key.ordering_key and d.state = 'parked'
      and ($2::text is null or d.key = $2 or '#' || d.id = $2)
  )`;

export const deadLetterSql = {
  /** Locks the keys, so that whoever replays one waits, and sees what was parked. */
  blockKeys: `
    insert into blocked_key as known (consumer_group, ordering_key)
    select distinct $1::text, ordering_key from unnest($2::text[]) as ordering_key order by ordering_key
    on conflict (consumer_group, ordering_key) do update set since = known.since`,
  park: `
    insert into dead_letter
      (consumer_group, ordering_key, key, topic, partition, message_offset, event_id, type, headers, raw_key, raw_value, kind, code, message, stack, tries)
    select $1, ordering_key, key, topic, partition, "offset", event_id, type, headers, decode(raw_key, 'base64'), decode(raw_value, 'base64'),
      kind, code, message, stack, tries
    from rows from (
      json_to_recordset($2::json) as (ordering_key text, key text, topic text, partition int, "offset" bigint, event_id uuid, type text, headers jsonb,
        raw_key text, raw_value text, kind text, code text, message text, stack text, tries int)
    ) with ordinality
    order by ordinality
    returning id::text as id, parked_at as "parkedAt"`,

  list: `
    select ${asParked} from dead_letter where state = 'parked' and ($1::text is null or consumer_group = $1) order by dead_letter.id limit $2`,
  /** By a key, the id of an event, or # and the number of a row; settled ones too, newest first. */
  find: `
    select ${asParked}, state, settled_at as "settledAt", settled_by as "settledBy", note from dead_letter
    where key = $1 or event_id::text = lower($1) or '#' || id = $1 order by dead_letter.id desc limit $2`,
  count: `select consumer_group as "group", count(*)::int as count from dead_letter where state = 'parked' group by consumer_group`,
  countKeys: `select count(distinct (consumer_group, ordering_key))::int as count from dead_letter where state = 'parked'`,

  askReplay: `update blocked_key set request = 'replay', request_by = $3, request_note = null, request_tries = 0 where ${chosen} returning ordering_key`,
  askDiscard: `update blocked_key set request = 'discard', request_note = $3, request_by = $4, request_tries = 0 where ${chosen} returning ordering_key`,

  /** The key that has been asked for the longest. Outside of any transaction: a try that kills the process counts. */
  nextRequest: `
    update blocked_key set request_tries = request_tries + 1
    where (consumer_group, ordering_key) = (
      select consumer_group, ordering_key from blocked_key where consumer_group = $1 and request is not null
      order by since, ordering_key limit 1 for update skip locked
    )
    returning ordering_key as key, request_tries as tries`,
  lockRequest: `
    select request, request_note as note, request_by as by from blocked_key
    where consumer_group = $1 and ordering_key = $2 and request is not null for update`,
  first: `select ${asParked} from dead_letter where consumer_group = $1 and ordering_key = $2 and state = 'parked' order by dead_letter.id limit 1`,
  settle: `
    update dead_letter set state = $2, settled_at = clock_timestamp(), note = $3, settled_by = $4 where id = $1`,
  /** It takes part in the next step of the same request. */
  goOn: `update blocked_key set request = 'replay', request_note = null, request_tries = 0 where consumer_group = $1 and ordering_key = $2`,
  freeKey: `
    delete from blocked_key where consumer_group = $1 and ordering_key = $2
    and not exists (select from dead_letter where consumer_group = $1 and ordering_key = $2 and state = 'parked')`,
  failedAgain: `update dead_letter set kind = $2, code = $3, message = $4, stack = $5, tries = tries + 1 where id = $1`,
  giveUp: 'update blocked_key set request = null, request_tries = 0 where consumer_group = $1 and ordering_key = $2',
  untry:
    'update blocked_key set request_tries = request_tries - 1 where consumer_group = $1 and ordering_key = $2 and request_tries > 0',
};
