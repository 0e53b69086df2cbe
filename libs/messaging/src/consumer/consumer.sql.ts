/** Without waiting for the disk: should the database itself crash, the batch is rolled back too, and nothing is known to lose. */
const lightly = `set_config('synchronous_commit', 'off', true) is not null`;

const here = 'consumer_group = $1 and topic = $2 and partition = $3';

export const consumerSql = {
  /** Begins a partition where the group is to begin, unless it has a position. */
  begin: `
    insert into consumer_position (consumer_group, topic, partition, next_offset)
    select $1, topic, partition, next_offset
    from json_to_recordset($2::json) as begin (topic text, partition int, next_offset bigint)
    on conflict do nothing`,
  positions: `
    select topic, partition, next_offset::text as next_offset, handling_until::text as handling_until,
      last_offset::text as last_offset, last_event, last_epoch
    from consumer_position where consumer_group = $1`,
  /** The position is not in the topic as it now is. */
  reset: `
    update consumer_position set next_offset = $4, handling_until = null, last_offset = null, last_event = null, last_epoch = null
    where ${here}`,

  /** Before a batch, outside of its transaction: what a process that dies leaves behind. */
  mark: `update consumer_position set handling_until = $4 where ${here} and ${lightly}`,
  /** Before an event alone: the same, and the try is counted. */
  try: `
    with marked as (
      update consumer_position set handling_until = greatest(handling_until, $4) where ${here} and ${lightly}
    )
    insert into handling_attempt as known (consumer_group, event_id, tries) values ($1, $5, 1)
    on conflict (consumer_group, event_id) do update set tries = known.tries + 1, last_at = clock_timestamp()
    returning tries`,
  /** A try that met a database or broker that was away is none. */
  untry: 'update handling_attempt set tries = tries - 1 where consumer_group = $1 and event_id = $2',
  tried: 'delete from handling_attempt where consumer_group = $1 and event_id = $2',

  /** One batch of a partition at a time, though a former owner of the partition should still be at it. */
  lock: `select next_offset::text as position from consumer_position where ${here} for update`,
  /** One batch of the group at a time, in all processes (active-only-one). */
  lockGroup: 'select pg_advisory_xact_lock(hashtextextended($1, 1))',
  /** In the order given, so that two processes never wait for each other. Waits for whoever is handling the same event. */
  receive: `
    insert into inbox (consumer_group, event_id)
    select $1, event_id from unnest($2::uuid[]) with ordinality as arrived (event_id, place) order by place
    on conflict do nothing
    returning event_id`,
  /** Which of these keys are blocked. Held until the end: no replay frees one while its next event is being parked. */
  blockedKeys: `
    select ordering_key from blocked_key
    where consumer_group = $1 and ordering_key = any ($2) order by ordering_key for share`,
  advance: `
    update consumer_position as known
    set next_offset = $4, updated_at = clock_timestamp(), last_offset = $5, last_event = $6, last_epoch = $7,
        handling_until = case when known.handling_until > $4 then known.handling_until end
    where ${here} and next_offset <= $4`,

  /** The newest number of each subject, and how many were skipped before it. Who is new to a subject has missed nothing. */
  sequences: `
    with seen as (
      select distinct source, subject, sequence
      from json_to_recordset($2::json) as seen (source text, subject text, sequence bigint)
    ),
    risen as (
      select seen.source, seen.subject, seen.sequence,
        seen.sequence - 1 - coalesce(
          lag(seen.sequence) over (partition by seen.source, seen.subject order by seen.sequence), known.last, seen.sequence - 1
        ) as skipped
      from seen left join seen_sequence known
        on known.consumer_group = $1 and known.source = seen.source and known.subject = seen.subject
      where known.last is null or seen.sequence > known.last
    ),
    written as (
      insert into seen_sequence as known (consumer_group, source, subject, last, gaps)
      select $1, source, subject, max(sequence), sum(skipped) from risen group by source, subject order by source, subject
      on conflict (consumer_group, source, subject) do update
      set last = greatest(known.last, excluded.last), gaps = known.gaps + excluded.gaps
    )
    select source, subject, sum(skipped)::float8 as missing from risen group by source, subject having sum(skipped) > 0`,
};
