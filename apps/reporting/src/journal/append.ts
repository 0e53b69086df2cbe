import type { Sql } from '../database/sql.ts';
import { storable } from '../database/storable.ts';
import type { JournalEvent } from '../model/incoming.ts';
import { appendEvents } from './journal.sql.ts';

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
  readonly traceparent?: string | null;
  readonly value: unknown;
}

/** Appends what is new, in order, and answers with it and its positions. What the journal has already is dropped. */
export async function append(events: readonly Arrived[], sql: Sql): Promise<JournalEvent[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ id, traceparent = null, ...event }) => ({ event_id: id, traceparent, ...event }));
  // Taken in the order in which they stand, whatever order the database answers in.
  const taken = await sql.all<{ position: string; event_id: string; time: string }>(appendEvents, [storable(rows)]);
  const byId = new Map(events.map((event) => [event.id, event]));
  return taken
    .sort((one, other) => Number(one.position) - Number(other.position))
    .map(({ position, event_id, time }) => {
    const { type, value } = byId.get(event_id) as Arrived;
    return { position: Number(position), type, time, value };
  });
}
