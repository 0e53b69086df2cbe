import { TransientError } from '@academies/contracts';
import type { Sql } from '../database/sql.ts';
import { append, type Arrived } from '../journal/append.ts';
import { journalSql } from '../journal/journal.sql.ts';
import { catalogue } from '../model/catalogue.sql.ts';
import { projectEvents, type Projection } from '../model/project-events.ts';

/** Takes events as they arrive into journal, states, rows and history: one transaction, and one writer at a time. */
export async function takeBatch(arrived: readonly Arrived[], projection: Projection, sql: Sql): Promise<void> {
  const [held] = await sql.all<{ position: string }>(catalogue.hold, [projection.fingerprint]);
  const [journal] = await sql.all<{ position: string }>(journalSql.last);
  // Rows that lack an event would never get it again. It is made up for when a projector becomes the active one.
  if (!held || String(held.position) !== String(journal?.position))
    throw new TransientError('REPORTING.BEHIND', 'The read model is behind the journal and has to be built first');
  const { events, write } = await append(arrived, sql);
  await projectEvents(events, projection, sql, write);
}
