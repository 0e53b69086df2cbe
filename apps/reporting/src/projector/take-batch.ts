import { TransientError } from '@academies/contracts';
import type { Sql } from '../database/sql.ts';
import { append, type Arrived } from '../journal/append.ts';
import { catalogue } from '../model/catalogue.sql.ts';
import { projectEvents, type Projection } from '../model/project-events.ts';

/** Takes events as they arrive into journal, states, rows and history: one transaction, and one writer at a time. */
export async function takeBatch(arrived: readonly Arrived[], projection: Projection, sql: Sql): Promise<void> {
  const [held] = await sql.all(catalogue.hold, [projection.fingerprint]);
  if (!held) throw new TransientError('REPORTING.NOT_BUILT', 'The read model of these columns is not built yet');
  const { events, write } = await append(arrived, sql);
  await projectEvents(events, projection, sql, write);
}
