import type { Constituency, Establishment, Trust } from '@academies/contracts';
import type { Sql } from '@academies/database';
import { schemaOf } from '../read-model/tables.sql.ts';
import { authorityCode } from './row-facts-of.ts';
import type { StateUpdate } from './state-updates.ts';
import { seatKeys, type States, type WorkingSet } from './working-set.ts';

interface Keyed<State> {
  readonly key: string;
  readonly state: State;
}

/** The queries that bring what a batch needs into memory, for one read model. */
export const loadSql = (build: string) => {
  const schema = schemaOf(build);
  return {
    /** Prepare ids of rows made from these schools, trusts, authorities or constituencies. */
    mentioning: `
      with school as materialized (
        select unnest($1::text[]) as urn
        union select key from ${schema}.establishment where local_authority = any ($3))
      select distinct prepare_id from ${schema}.row_source where urn in (select urn from school)
      union select distinct prepare_id from ${schema}.row_source where academy_urn = any ($1)
      union select distinct prepare_id from ${schema}.row_source where incoming_ukprn = any ($2)
      union select distinct prepare_id from ${schema}.row_source where outgoing_ukprn = any ($2)
      union select distinct prepare_id from ${schema}.row_source where seat_code = any ($4)
      union select distinct prepare_id from ${schema}.row_source where seat_name = any ($4)`,
    byKey: (table: string) => `select key, state from ${schema}.${table} where key = any ($1)`,
    seats: `select key, state from ${schema}.constituency where key = any ($1) or code = any ($1)`,
    completeOf: `select key, state from ${schema}.complete_project where prepare_id = any ($1)`,
    trusts: `
      select key, state from ${schema}.trust where key = any ($1)
      union all select key, state from ${schema}.trust where ukprn = any ($2) and key <> all ($1)`,
  };
};
type Queries = ReturnType<typeof loadSql>;

/** What events speak of, before anything is known. */
export function namedBy(updates: readonly StateUpdate[]) {
  const named = {
    projects: new Set<string>(),
    urns: new Set<string>(),
    groupUids: new Set<string>(),
    ukprns: new Set<string>(),
    codes: new Set<string>(),
    seats: new Set<string>(),
  };
  for (const each of updates) {
    if (each.is === 'prepared') named.projects.add(each.project.id);
    else if (each.is === 'complete') named.projects.add(each.project.prepareId);
    else if (each.is === 'answer') named.projects.add(each.prepareId);
    else if (each.is === 'establishment') named.urns.add(each.state.urn);
    else if (each.is === 'constituency') for (const key of seatKeys(each.state)) named.seats.add(key);
    else if (each.is === 'localAuthority') named.codes.add(each.state.code);
    else {
      named.groupUids.add(each.state.groupUid);
      if (each.state.ukprn) named.ukprns.add(each.state.ukprn);
    }
  }
  return named;
}
export type Named = ReturnType<typeof namedBy>;

/** Adds the projects whose rows are made from what the events name; a trust's former UKPRN counts too. */
export async function touchedProjects(named: Named, queries: Queries, sql: Sql): Promise<string[]> {
  const trusts =
    named.groupUids.size > 0
      ? await sql.all<Keyed<Trust>>(queries.trusts, [[...named.groupUids], [...named.ukprns]])
      : [];
  for (const { state } of trusts) if (state.ukprn) named.ukprns.add(state.ukprn);
  const inRegister = [named.urns, named.ukprns, named.codes, named.seats].map((keys) => [...keys]);
  if (inRegister.every((keys) => keys.length === 0)) return [...named.projects];
  const rows = await sql.all<{ prepare_id: string }>(queries.mentioning, inRegister);
  return [...new Set([...named.projects, ...rows.map(({ prepare_id }) => prepare_id)])];
}

/** Loads the states of these projects, and everything that they, or the events, refer to. */
export async function loadWorkingSet(
  ids: readonly string[],
  updates: readonly StateUpdate[],
  named: Named,
  known: WorkingSet,
  queries: Queries,
  sql: Sql,
): Promise<void> {
  const fill = async <State>(states: States<State>, table: string, keys: Iterable<string>) => {
    const wanted = [...keys];
    if (wanted.length === 0) return;
    for (const { key, state } of await sql.all<Keyed<State>>(queries.byKey(table), [wanted])) states.loaded(key, state);
  };
  if (ids.length > 0) {
    await fill(known.prepared, 'prepare_project', ids);
    await fill(known.answers, 'handover_answers', ids);
    for (const { key, state } of await sql.all<Keyed<never>>(queries.completeOf, [ids]))
      known.complete.loaded(key, state);
    for (const state of known.complete.values()) known.hasComplete(state);
  }
  refersTo(updates, named, known);
  await fill(known.establishments, 'establishment', named.urns);
  const schools: Establishment[] = [...known.establishments.values()];
  for (const each of updates) if (each.is === 'establishment') schools.push(each.state);
  for (const school of schools) {
    const code = authorityCode(school);
    if (code) named.codes.add(code);
    for (const key of seatKeys(school.constituency)) named.seats.add(key);
  }
  if (named.groupUids.size + named.ukprns.size > 0)
    for (const { key, state } of await sql.all<Keyed<Trust>>(queries.trusts, [[...named.groupUids], [...named.ukprns]]))
      known.trusts.loaded(key, state);
  for (const trust of known.trusts.values()) known.hasTrust(trust);
  await fill(known.localAuthorities, 'local_authority', named.codes);
  if (named.seats.size > 0)
    for (const { key, state } of await sql.all<Keyed<Constituency>>(queries.seats, [[...named.seats]])) {
      known.constituencies.loaded(key, state);
      known.hasSeat(state);
    }
}

/** Adds the schools and trusts of every state that a row may have on its way through the batch. */
function refersTo(updates: readonly StateUpdate[], named: Named, known: WorkingSet): void {
  const trust = (ukprn: string | null) => ukprn && named.ukprns.add(ukprn);
  const prepared = [...known.prepared.values()].map(({ project }) => project);
  const complete = [...known.complete.values()];
  for (const each of updates) {
    if (each.is === 'prepared') prepared.push(each.project);
    if (each.is === 'complete') complete.push(each.project);
  }
  for (const project of [...prepared, ...complete]) {
    trust(project.incomingTrust.ukprn);
    trust(project.outgoingTrustUkprn);
  }
  for (const { academies } of prepared) for (const { urn } of academies) named.urns.add(urn);
  for (const { urn, academyUrn } of complete) {
    named.urns.add(urn);
    if (academyUrn) named.urns.add(academyUrn);
  }
}
