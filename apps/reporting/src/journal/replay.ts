import type { Sql } from '../database/sql.ts';
import type { JournalEvent } from '../model/incoming.ts';
import { journalSql } from './journal.sql.ts';

/** Reads the journal after a position, in parts. */
export async function* replay(sql: Sql, after = 0, atOnce = 2_000): AsyncGenerator<readonly JournalEvent[]> {
  for (let position = after; ;) {
    const rows = await sql.all<JournalEvent & { position: string }>(journalSql.read, [position, atOnce]);
    if (rows.length === 0) return;
    const events = rows.map((row) => ({ ...row, position: Number(row.position) }));
    yield events;
    position = (events.at(-1) as JournalEvent).position;
  }
}
