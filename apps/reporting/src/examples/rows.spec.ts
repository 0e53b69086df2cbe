import { columns } from '../columns/columns.ts';
import { applyIncoming } from '../model/apply-incoming.ts';
import { incoming } from '../model/incoming.ts';
import { renderProject } from '../model/render-project.ts';
import { WorkingSet } from '../model/working-set.ts';
import type { Arrived } from '../journal/append.ts';

/** Where the services are, in tests. */
export const addresses = { prepare: 'https://prepare.example', complete: 'https://complete.example' };
export const rendering = { columns, addresses };

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, string | null>>;

/** The rows that these events make, in memory: no database, no Kafka, the same functions. */
export function rowsAfter(...events: Arrived[]): Row[] {
  const known = new WorkingSet();
  events.forEach((event, index) => {
    const news = incoming({ ...event, position: index + 1 });
    if (news) for (const id of applyIncoming(news, known)) renderProject(id, index + 1, known, rendering);
  });
  return [...known.rows.values()]
    .flatMap((rows) => [...rows.values()])
    .map((cells) => Object.fromEntries(columns.map(({ name }, index) => [name, cells[index] ?? null])));
}

/** The one row that these events make. */
export function rowAfter(...events: Arrived[]): Row {
  const rows = rowsAfter(...events);
  expect(rows).toHaveLength(1);
  return rows[0] as Row;
}
