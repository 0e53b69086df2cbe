import type { IsoDate, Kind } from '@academies/contracts';
import { sql } from '@academies/database';
import type { Asked, Condition } from '@academies/lists';
import { where } from '@academies/lists';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Month, periodInWords, periodOf } from './months.ts';

const period = (kind: Kind, from: Month, to: Month) =>
  where`l.kind = ${kind} and l.significant_date between ${`${from}-01`} and ${`${to}-01`} and`;

/** The plan, and what of its months is not in it (docs/domain/complete-pages.md, "All projects"). */
const parts = {
  plan: `l.state = 'active' and l.date_confirmed and l.assigned_to is not null`,
  unassigned: `l.state = 'active' and l.date_confirmed and l.assigned_to is null`,
  'on-hold': `l.state = 'active' and l.date_confirmed and l.assigned_to is not null and l.on_hold`,
  provisional: `l.state = 'active' and not l.date_confirmed`,
  completed: `l.state = 'completed'`,
};
export type Part = keyof typeof parts;

/** What the list by month holds: one part of the months that are asked for. */
export function holdsOf(kind: Kind, { filters }: Asked): Condition {
  const { from, to } = periodOf(filters);
  const { texts, values } = period(kind, from, to);
  return { texts: [...texts.slice(0, -1), `${texts.at(-1)} ${parts[filters['show'] as Part]}`], values };
}

const countsSql = `
  select count(*) filter (where ${parts.unassigned})::int as unassigned,
         count(*) filter (where ${parts['on-hold']})::int as "on-hold",
         count(*) filter (where ${parts.provisional})::int as provisional
    from project_listing l where l.kind = $1 and l.significant_date between $2 and $3 and l.state = 'active'`;
const completedSql = `
  select count(*)::int as completed from project_listing l
   where l.kind = $1 and l.significant_date between $2 and $3 and ${parts.completed}`;

/** A line under the plan, with the way to the projects that it counts. */
export interface Line {
  readonly text: string;
  readonly show: Part;
}

const said = (count: number, one: string, many: string): string =>
  count === 1 ? `1 project ${one}` : `${count} projects ${many}`;

/** How many projects of these months are not in the plan, or stand in it with a reservation; none is not said. */
export async function linesOf(
  em: EntityManager,
  { kind, filters, today }: { kind: Kind; filters: Asked['filters']; today: IsoDate },
): Promise<Line[]> {
  const { from, to } = periodOf(filters);
  const parameters = [kind, `${from}-01`, `${to}-01`];
  const [counts] = await sql<Record<Part, number>>(em, countsSql, parameters);
  const [{ completed } = { completed: 0 }] = await sql<{ completed: number }>(em, completedSql, parameters);
  const { unassigned = 0, 'on-hold': onHold = 0, provisional = 0 } = counts ?? {};
  const isBefore = `${from}-01` < `${today.slice(0, 7)}-01`;
  const when = periodInWords({ from, to });
  const lines: (Line & { count: number })[] = [
    {
      count: unassigned,
      show: 'unassigned',
      text: said(unassigned, 'is confirmed and assigned to nobody', 'are confirmed and assigned to nobody'),
    },
    { count: onHold, show: 'on-hold', text: said(onHold, 'of the plan is on hold', 'of the plan are on hold') },
    {
      count: provisional,
      show: 'provisional',
      text: said(provisional, 'has a provisional date only', 'have a provisional date only'),
    },
    { count: isBefore ? 1 : completed, show: 'completed', text: `${said(completed, 'is', 'are')} completed already` },
  ];
  return lines.filter(({ count }) => count > 0).map(({ show, text }) => ({ show, text: `${text} (${when})` }));
}
