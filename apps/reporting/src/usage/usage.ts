import { type Sql, sqlOf } from '@academies/database';
import type { SaveUser } from '@academies/web';
import { columnNamed } from '../columns/columns.ts';
import { lackingContacts } from '../reports/report.ts';
import { reports } from '../reports/reports.table.ts';

/** Keeps team and roles of whoever comes: usage is told by team, and subscriptions ask what somebody may see. */
export const saveVisitor: SaveUser = (em, { email, name, team, roles }, now) =>
  sqlOf(em).all(
    `insert into visitor (email, name, team, roles, seen_at) values ($1, $2, $3, $4, $5)
     on conflict (email) do update
        set name = excluded.name, team = excluded.team, roles = excluded.roles, seen_at = excluded.seen_at`,
    [email, name, team ?? null, [...roles], now],
  );

/** How often something was downloaded, and by how many people. */
export interface Used {
  readonly report: string;
  readonly team: string | null;
  readonly contacts: string | null;
  readonly downloads: number;
  readonly people: number;
  readonly brokenOff: number;
}

/** Downloads of the last days by report, team, and whether all contacts were asked for. */
export const usageOf = (days: number, sql: Sql): Promise<Used[]> =>
  sql.all(
    `select report, team, filters ->> 'contacts' as contacts, count(*)::int as downloads,
            count(distinct by_email)::int as people, (count(*) filter (where outcome = 'broken off'))::int as "brokenOff"
       from download left join visitor on email = by_email
      where started_at > clock_timestamp() - make_interval(days => $1)
      group by report, team, filters ->> 'contacts' order by report, team`,
    [days],
  );

/** In how many downloads each column was; the reports say which columns they have. The most wanted first. */
export function columnsUsed(used: readonly Pick<Used, 'report' | 'contacts' | 'downloads'>[]) {
  const counts = new Map<string, number>();
  for (const { report: name, contacts, downloads } of used) {
    const report = reports.find((each) => each.name === name);
    if (!report) continue;
    const columns = contacts === 'all' ? [...report.columns, ...lackingContacts(report)] : report.columns;
    for (const column of columns) counts.set(column.name, (counts.get(column.name) ?? 0) + downloads);
  }
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .map(([name, downloads]) => ({ name, heading: columnNamed(name).heading, downloads }));
}
