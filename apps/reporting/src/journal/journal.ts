import { eventOfType } from '@academies/contracts';
import type { Sql } from '@academies/database';
import type { ReceivedEvent } from '@academies/messaging';

/** An event as the journal keeps it; rows are made from nothing else. */
export interface JournalEvent {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly value: unknown;
}

const journalSql = {
  /** The journal is the inbox: what it has already is not taken again. */
  known: 'select event_id from journal where event_id = any ($1::uuid[])',
  /** Positions are given out before events are written, so that rows can be rendered meanwhile. */
  reserve: `
    select setval(places, nextval(places) + $1::int - 1) as last
      from pg_get_serial_sequence('journal', 'position') as places`,
  write: `
    insert into journal (position, event_id, type, source, time, subject, sequence, key, topic, traceparent, value)
    overriding system value
    select position, id, type, source, time, subject, sequence, key, topic, traceparent, raw::json
      from json_to_recordset($1::json) as news
        (position bigint, id uuid, type text, source text, time timestamptz, subject text, sequence bigint,
         key text, topic text, traceparent text, raw text)`,
  /** The next part, in order. */
  read: 'select position, event_id as id, type, value from journal where position > $1 order by position limit $2',
  moment: 'select received_at from journal where position = $1',
  last: 'select coalesce(max(position), 0) as position from journal',
};

/** New events with their places in the journal, and how to write them there. */
export interface Appending {
  readonly events: readonly JournalEvent[];
  readonly write: () => Promise<void>;
}

/** Gives places to what is new, in order; what the journal has already is dropped. One transaction at a time does so. */
export async function append(received: readonly ReceivedEvent[], sql: Sql): Promise<Appending> {
  const ids = received.map(({ id }) => id);
  const seen = new Set((await sql.all<{ event_id: string }>(journalSql.known, [ids])).map(({ event_id }) => event_id));
  const news = received.filter(({ id }) => !seen.has(id) && seen.add(id));
  if (news.length === 0) return { events: [], write: async () => {} };

  const [reserved] = await sql.all<{ last: string }>(journalSql.reserve, [news.length]);
  const first = Number(reserved?.last) - news.length + 1;
  const placed = news.map(({ traceparent = null, partition: _, offset: __, ...event }, index) => ({
    ...event,
    position: first + index,
    traceparent,
    time: new Date(event.time).toISOString(),
  }));
  // What is kept is the value as it was sent: a later release may know more of it than this one.
  const rows = placed.map(({ value: _, ...row }) => row);
  return { events: placed, write: async () => void (await sql.all(journalSql.write, [storable(rows)])) };
}

/** Position of the newest event; 0 while there is none. */
export const lastPosition = async (sql: Sql): Promise<number> =>
  Number((await sql.all<{ position: string }>(journalSql.last))[0]?.position);

/** When the event at a position arrived; null where the journal has none. */
export const momentOf = async (position: number, sql: Sql): Promise<Date | null> =>
  (await sql.all<{ received_at: Date }>(journalSql.moment, [position]))[0]?.received_at ?? null;

/** The next part of the journal after a position; empty at its end. */
export async function after(position: number, sql: Sql, atOnce = 2_000): Promise<JournalEvent[]> {
  const rows = await sql.all<JournalEvent & { position: string }>(journalSql.read, [position, atOnce]);
  return rows.map((row) => ({ ...row, value: asNow(row), position: Number(row.position) }));
}

/** The value of an event as the contract of this release reads it: what was thought of later has its default. */
function asNow({ type, value }: Pick<JournalEvent, 'type' | 'value'>): unknown {
  const read = eventOfType(type)?.value.safeParse(value);
  return read?.success ? read.data : value;
}

/** What PostgreSQL refuses in jsonb: NUL, and halves of surrogate pairs, as JSON.stringify writes them. */
const suspicious = /\\u(0000|d[89a-f])/i;

const clean = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value;

/** JSON that jsonb takes. An odd character in a name is no reason to hold a project back. */
export function storable(value: unknown): string {
  const json = JSON.stringify(value);
  return json.includes('\\u') && suspicious.test(json) ? JSON.stringify(JSON.parse(json), clean) : json;
}
