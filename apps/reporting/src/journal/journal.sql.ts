/** Appends events in their order and answers with those that are new: the journal is the inbox, unique by event id. */
export const appendEvents = `
  insert into journal (event_id, type, source, time, subject, sequence, key, topic, traceparent, value)
  select event_id, type, source, time, subject, sequence, key, topic, traceparent, value
    from rows from (json_to_recordset($1::json) as
      (event_id text, type text, source text, time timestamptz, subject text, sequence bigint, key text, topic text,
       traceparent text, value json)) with ordinality
      as news (event_id, type, source, time, subject, sequence, key, topic, traceparent, value, place)
   order by place
  on conflict (event_id) do nothing
  returning position, event_id, ${inUtc('time')} as time`;

/** The next part of the journal, in its order. */
export const readEvents = `
  select position, type, ${inUtc('time')} as time, value from journal where position > $1 order by position limit $2`;

/** A moment as events write it, the same from the topic and from the journal. */
function inUtc(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
