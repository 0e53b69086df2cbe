/** The statements of the journal: every event that arrived, in the order in which it was taken. */
export const journalSql = {
  /** The journal is the inbox: what it has already is not taken again. */
  known: 'select event_id from journal where event_id = any ($1::uuid[])',
  /** Positions are given out before events are written, so that rows can be rendered meanwhile. */
  reserve: `
    select setval(places, nextval(places) + $1::int - 1) as last
      from pg_get_serial_sequence('journal', 'position') as places`,
  write: `
    insert into journal (position, event_id, type, source, time, subject, sequence, key, topic, traceparent, value)
    overriding system value
    select position, event_id, type, source, time, subject, sequence, key, topic, traceparent, value
      from json_to_recordset($1::json) as news
        (position bigint, event_id uuid, type text, source text, time timestamptz, subject text, sequence bigint,
         key text, topic text, traceparent text, value json)`,
  /** The next part, in order; the time as events write it. */
  read: `
    select position, type, to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as time, value
      from journal where position > $1 order by position limit $2`,
  last: 'select coalesce(max(position), 0) as position from journal',
};
