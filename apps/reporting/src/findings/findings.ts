import type { IsoDate } from '@academies/contracts';
import type { Sql } from '@academies/database';
import { type PagesOfList, pagesOf } from '@academies/web';
import { currentTables } from '../read-model/read-model.ts';
import { rowTable, schemaOf } from '../read-model/tables.sql.ts';

/** Which findings are looked at: all, or those of a rule, a team, a region, a person. */
export interface Narrowed {
  readonly rule?: string;
  readonly team?: string;
  readonly region?: string;
  readonly assignedTo?: string;
}

/** A finding as pages show it. */
export interface ShownFinding {
  readonly reference: string;
  readonly rule: string;
  readonly words: string;
  readonly mendAt: string | null;
  readonly said: string;
  readonly school: string | null;
  readonly team: string | null;
  readonly assignedTo: string | null;
  /** Why somebody set it aside, if somebody did, and who. */
  readonly reason: string | null;
  readonly by: string | null;
}

/** How many findings there are of a rule, in a team and a region. */
export interface Count {
  readonly rule: string;
  readonly team: string;
  readonly region: string;
  readonly findings: number;
  readonly setAside: number;
}

/** What counts on a day; what was set aside stands beside it as long as the cells say the same. */
const counting = (build: string) => `
  ${schemaOf(build)}.finding as f left join finding_set_aside as a using (project_reference, rule, said)`;

const shown = `
  f.project_reference as reference, f.rule, f.words, f.mend_at as "mendAt", f.said, r.school_name as school, f.team,
  f.assigned_to as "assignedTo", a.reason, a.by_name as by`;

const conditionsOf = ({ rule, team, region, assignedTo }: Narrowed, today: IsoDate) => {
  const asked = { rule, team, region, assigned_to: assignedTo };
  const given = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const conditions = given.map(([name], index) => `f.${name} = $${index + 2}`);
  return {
    where: ['f.counts_from <= $1', ...conditions].join(' and '),
    values: [today, ...given.map(([, value]) => value)],
  };
};

/** How many there are today, by rule, team and region. */
export async function countFindings(narrowed: Narrowed, today: IsoDate, sql: Sql): Promise<Count[]> {
  const { build } = await currentTables(sql);
  const { where, values } = conditionsOf(narrowed, today);
  return sql.all(
    `select f.rule, coalesce(f.team, '') as team, coalesce(f.region, '') as region,
            (count(*) - count(a.rule))::int as findings, count(a.rule)::int as "setAside"
       from ${counting(build)} where ${where} group by f.rule, f.team, f.region`,
    values,
  );
}

type Listed = { readonly findings: ShownFinding[]; readonly total: number; readonly pages: PagesOfList };

/** A page of them, by project; those that were set aside come last. */
export async function listFindings(
  narrowed: Narrowed,
  asked: { readonly today: IsoDate; readonly query: Record<string, unknown>; readonly path: string },
  sql: Sql,
): Promise<Listed> {
  const { build } = await currentTables(sql);
  const { where, values } = conditionsOf(narrowed, asked.today);
  const [count] = await sql.all<{ total: number }>(
    `select count(*)::int as total from ${counting(build)} where ${where}`,
    values,
  );
  const total = count?.total ?? 0;
  const pages = pagesOf({ total, query: asked.query, path: asked.path });
  const findings = await sql.all<ShownFinding>(
    `select ${shown} from ${counting(build)} left join ${rowTable(build)} as r using (project_reference)
      where ${where} order by a.rule is not null, f.project_reference, f.rule limit ${pages.limit} offset ${pages.offset}`,
    values,
  );
  return { findings, total, pages };
}

/** One finding that counts today. */
export async function findFinding(reference: string, rule: string, today: IsoDate, sql: Sql) {
  const { build } = await currentTables(sql);
  const [finding] = await sql.all<ShownFinding>(
    `select ${shown} from ${counting(build)} left join ${rowTable(build)} as r using (project_reference)
      where f.project_reference = $1 and f.rule = $2 and f.counts_from <= $3`,
    [reference, rule, today],
  );
  return finding;
}

/** Sets a finding aside for what its cells say now; who does it again gives another reason. */
export const setAside = (
  { reference, rule, said }: Pick<ShownFinding, 'reference' | 'rule' | 'said'>,
  by: { readonly email: string; readonly name: string },
  reason: string,
  sql: Sql,
) =>
  sql.all(
    `insert into finding_set_aside (project_reference, rule, said, reason, by_email, by_name) values ($1, $2, $3, $4, $5, $6)
     on conflict (project_reference, rule, said) do update
        set reason = excluded.reason, by_email = excluded.by_email, by_name = excluded.by_name, set_aside_at = clock_timestamp()`,
    [reference, rule, said, reason, by.email, by.name],
  );
