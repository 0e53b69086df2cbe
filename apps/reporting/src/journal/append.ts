import type { Sql } from '../database/sql.ts';
import { storable } from '../database/storable.ts';
import type { JournalEvent } from '../model/incoming.ts';
import { journalSql } from './journal.sql.ts';

/** An event as it came from its topic. */
export interface Arrived {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly time: string;
  readonly subject: string | null;
  readonly sequence: number | null;
  readonly key: string | null;
  readonly topic: string;
  readonly traceparent?: string | undefined;
  readonly value: unknown;
}

/** New events with their places in the journal, and how to write them there. */
export interface Appending {
  readonly events: readonly JournalEvent[];
  readonly write: () => Promise<void>;
}

/** Gives places to what is new, in order; what the journal has already is dropped. One transaction at a time does so. */
export async function append(arrived: readonly Arrived[], sql: Sql): Promise<Appending> {
  const ids = arrived.map(({ id }) => id);
  const seen = new Set((await sql.all<{ event_id: string }>(journalSql.known, [ids])).map(({ event_id }) => event_id));
  const news = arrived.filter(({ id }) => !seen.has(id) && seen.add(id));
  if (news.length === 0) return { events: [], write: async () => {} };

  const [reserved] = await sql.all<{ last: string }>(journalSql.reserve, [news.length]);
  const first = Number(reserved?.last) - news.length + 1;
  const placed = news.map(({ id, traceparent = null, ...event }, index) => ({
    ...event,
    position: first + index,
    event_id: id,
    traceparent,
    time: new Date(event.time).toISOString(),
  }));
  return { events: placed, write: async () => void (await sql.all(journalSql.write, [storable(placed)])) };
}
