/**
 * Takes the next numbers of each subject, then inserts in the order given. The row of a subject stays locked until the
 * transaction ends, and ids are taken after that lock, so a subject's ids and numbers rise together in commit order.
 */
export const queueEventsSql = `
  with queued as (
    select * from rows from (
      json_to_recordset($1::json) as (event_id uuid, topic text, type text, key text, subject text, payload text, headers jsonb, size int)
    ) with ordinality as queued (event_id, topic, type, key, subject, payload, headers, size, place)
  ),
  numbers as (
    insert into subject_sequence as known (subject, last)
    select subject, count(*) from queued group by subject order by subject collate "C"
    on conflict (subject) do update set last = known.last + excluded.last
    returning subject, last
  ),
  numbered as (
    select queued.*, last - count(*) over (partition by subject) + row_number() over (partition by subject order by place) as sequence
    from queued join numbers using (subject)
  ),
  inserted as (
    insert into outbox (event_id, topic, type, key, subject, sequence, payload, headers, size)
    select event_id, topic, type, key, subject, sequence, payload, headers, size from numbered order by place
  )
  select pg_notify('outbox', '')`;
