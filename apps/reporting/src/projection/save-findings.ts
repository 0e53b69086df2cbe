import { createHash } from 'node:crypto';
import { escapeLiteral as literal } from '@academies/database';
import type { Column } from '../columns/column.ts';
import { storable } from '../journal/journal.ts';
import { findingsIn, ruledRow } from '../quality/rule.ts';
import { alikeRules, ruleNamed, rules } from '../quality/rules.ts';
import { rowTable, schemaOf } from '../read-model/tables.sql.ts';
import type { RowChange } from './render-rows.ts';
import type { Statement } from './save-working-set.ts';
import type { Ruled, WorkingSet } from './working-set.ts';

const names = alikeRules.map(({ name }) => literal(name)).join(', ');
const assigned = `coalesce(nullif(assigned_to_email, 'unassigned'), prepare_assigned_to_email)`;

/** The statements that write the findings of a batch. */
export const saveFindingsSql = (build: string) => {
  const schema = schemaOf(build);
  return {
    gone: `delete from ${schema}.finding where project_reference = any ($1) and rule not in (${names})`,
    found: `
      insert into ${schema}.finding (project_reference, rule, urn, counts_from, words, mend_at, said, team, region, assigned_to)
      select project_reference, rule, urn, coalesce(counts_from, '-infinity'), words, mend_at, said, team, region, assigned_to
        from json_to_recordset($1::json) as news
          (project_reference text, rule text, urn text, counts_from date, words text, mend_at text, said text, team text, region text, assigned_to text)`,
    noLongerAlike: `delete from ${schema}.finding where urn = any ($1) and rule in (${names})`,
    /** Of the living rows of these schools, those that agree with another one. */
    alike: alikeRules.map(
      ({ name, columns, finding }) => `
      insert into ${schema}.finding (project_reference, rule, urn, counts_from, words, mend_at, said, team, region, assigned_to)
      select project_reference, ${literal(name)}, urn, '-infinity', ${literal(finding)},
             coalesce(link_to_project, link_to_prepare_project), md5(concat_ws(chr(31), ${columns.join(', ')})),
             managing_team, region, ${assigned}
        from (select *, count(*) over (partition by ${columns.join(', ')}) as alike
                from ${schema}.row_source join ${rowTable(build)} using (project_reference)
               where urn = any ($1) and alive) as living
       where alike > 1`,
    ),
  };
};

/** What a finding about rows that look alike is made of, beside whether a row is there at all. */
const watched = [
  ...alikeRules.flatMap(({ columns }) => columns),
  ...['project_reference', 'complete_state', 'prepare_status', 'managing_team', 'region'],
  ...['assigned_to_email', 'prepare_assigned_to_email', 'link_to_project', 'link_to_prepare_project'],
];

/** What writes the findings of a batch: only of rows whose findings came out otherwise than before. */
export function findingStatements(
  known: WorkingSet,
  changes: readonly RowChange[],
  columns: readonly Column[],
  save: ReturnType<typeof saveFindingsSql>,
): Statement[] {
  const references = new Set([...known.ruledBefore.keys(), ...known.ruled.keys()]);
  const changed = [...references].flatMap((reference) => {
    const [before, now] = [known.ruledBefore.get(reference), known.ruled.get(reference)];
    if (before === now) return [];
    const [found, kept] = [now ? keptFindings(now, columns) : [], before ? keptFindings(before, columns) : []];
    return JSON.stringify(found) === JSON.stringify(kept) ? [] : [{ reference, found }];
  });
  const urns = new Set(
    changes.filter(({ old }) => watched.some((name) => name in old)).map(({ reference }) => urnOf(reference)),
  );
  const all = [[...urns]];
  return [
    ...(changed.length > 0
      ? [
          { text: save.gone, parameters: [changed.map(({ reference }) => reference)] },
          { text: save.found, parameters: [storable(changed.flatMap(({ found }) => found))] },
        ]
      : []),
    ...(urns.size > 0 ? [save.noLongerAlike, ...save.alike].map((text) => ({ text, parameters: all })) : []),
  ];
}

const urnOf = (reference: string): string => reference.slice(reference.indexOf('/') + 1);

/** The findings in a row as their table has them; `said` differs when one of the rule's columns says something else. */
function keptFindings({ facts, cells }: Ruled, columns: readonly Column[]) {
  const row = ruledRow(facts, cells, columns);
  const { cell } = row;
  const inComplete = cell('assigned_to_email');
  return findingsIn(row, rules).map(({ rule, words, from, mendAt }) => ({
    project_reference: facts.reference,
    rule,
    urn: facts.urn,
    counts_from: from,
    words,
    mend_at: mendAt,
    said: createHash('md5')
      .update(JSON.stringify([words, ...(ruleNamed(rule)?.columns ?? []).map(cell)]))
      .digest('hex'),
    team: cell('managing_team'),
    region: cell('region'),
    assigned_to: inComplete === 'unassigned' ? cell('prepare_assigned_to_email') : inComplete,
  }));
}
