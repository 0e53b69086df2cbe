import { type CompleteProject, type IsoDate, londonDate } from '@academies/contracts';
import { sql } from '@academies/database';
import type { Asked, Visitor } from '@academies/lists';
import { inWords } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { schoolOf } from '../listed/listed-project.ts';
import { type ToDo, toDoNext } from './to-do.rules.ts';

/** Nobody runs so many; who does sees the nearest dates. */
const mostProjects = 200;
/** More than these are folded away. */
const shownAtOnce = 10;

const runSql = `
  select p.document as project, e.name as school, news.count::int as news, news.newest,
         greatest(l.handed_over_at, l.created_at::timestamptz,
                  (select max(at) from history where project_id = l.project_id),
                  (select max(written_at) from note where project_id = l.project_id)) as "lastChange"
    from project_listing l
    join project p on p.id = l.project_id
    left join register_establishment e on e.urn = p.urn
    left join visit v on v.project_id = l.project_id and v.email = $1
    cross join lateral (
      select count(*), max(h.at) as newest from history h
       where h.project_id = l.project_id and lower(h.by_email) <> $1 and h.at > coalesce(v.at, l.handed_over_at, l.created_at::timestamptz)
    ) as news
   where l.state = 'active' and l.assigned_to = $1
   order by l.significant_date, l.school, l.project_id limit ${mostProjects}`;

interface RunRow {
  readonly project: CompleteProject;
  readonly school: string | null;
  readonly news: number;
  readonly newest: string | null;
  readonly lastChange: string;
}

/** Something to do, and in which project. */
export type ListedToDo = ToDo & { readonly project: CompleteProject; readonly school: string };

/** What somebody has to do next, by date. */
export async function toDoFor(em: EntityManager, email: string, today: IsoDate): Promise<ListedToDo[]> {
  const rows = await sql<RunRow>(em, runSql, [email.toLowerCase()]);
  const runs = rows.map(({ newest, lastChange, ...run }) => ({
    ...run,
    newest: newest && londonDate(new Date(newest)),
    lastChange: londonDate(new Date(lastChange)),
  }));
  return toDoNext(runs, today).map((toDo) => ({ ...toDo, school: schoolOf(toDo) }));
}

/** What whoever looks has to do next, above the list of their projects. */
export async function toDoOf(em: EntityManager, _: Asked, { email, today }: Visitor) {
  const all = (await toDoFor(em, email, today)).map(({ day, text, at, project, school }) => ({
    day: inWords.date(day),
    text,
    href: `/projects/${project.id}${at}`,
    school,
  }));
  return { first: all.slice(0, shownAtOnce), others: all.slice(shownAtOnce) };
}
