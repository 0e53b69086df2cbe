/** Index-only conditions: a row of a key whose earlier event was refused waits; the others flow. */
const waits = `exists (select from outbox refused where refused.refused is not null and refused.topic = o.topic and refused.key = o.key)`;

export const relaySql = {
  /**
   * The oldest that are not published, up to a number and a size. Always from the oldest on, never `id > last`: a row
   * with a lower id may be committed later.
   */
  next: `
    select id, event_id, topic, type, key, subject, sequence, payload, headers, created_at
    from (
      select o.*, sum(size) over (order by id) as size_so_far, row_number() over (order by id) as place
      from (
        select * from outbox o where published_at is null and not ${waits} order by id limit $1
      ) o
    ) oldest
    where place = 1 or size_so_far <= $2
    order by id`,
  published: 'update outbox set published_at = clock_timestamp() where id = any ($1::bigint[])',
  refused: 'update outbox set refused = $2 where id = $1',
  /** PostgreSQL's clock; asked before what is to be seen (see Watermarks). */
  now: 'select clock_timestamp() as now',
  oldestUnpublished: 'select min(created_at) as oldest from outbox where published_at is null',
  /** A chunk of what was published long enough ago; its ids are kept, by which a database knows its own events. */
  forget: `
    with gone as (
      delete from outbox where id in (
        select id from outbox where published_at < clock_timestamp() - make_interval(secs => $1) limit $2
      )
      returning event_id
    ),
    kept as (insert into published_event (event_id) select event_id from gone on conflict do nothing)
    select from gone`,
  /** The newest state of each key that was published within the last seconds is to be published again. */
  newestAgain: `
    update outbox set published_at = null where id in (
      select max(id) from outbox
       where published_at > clock_timestamp() - make_interval(secs => $2) and topic = any ($1) group by topic, key
    )`,
  unpublished: 'select count(*)::int as count from outbox o where published_at is null and not ' + waits,
};
