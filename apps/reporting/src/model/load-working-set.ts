import type { Establishment, Trust } from '@academies/contracts';
import type { Sql } from '../database/sql.ts';
import { authorityCode } from './authority-code.ts';
import type { Incoming } from './incoming.ts';
import { loadSql } from './load.sql.ts';
import type { States, WorkingSet } from './working-set.ts';

interface Keyed<State> {
  readonly key: string;
  readonly state: State;
}

type Queries = ReturnType<typeof loadSql>;

/** What events speak of, before anything is known. */
export function namedBy(news: readonly Incoming[]) {
  const named = {
    projects: new Set<string>(),
    urns: new Set<string>(),
    groupUids: new Set<string>(),
    ukprns: new Set<string>(),
    codes: new Set<string>(),
    seats: new Set<string>(),
  };
  for (const each of news) {
    if (each.is === 'prepared') named.projects.add(each.project.id);
    else if (each.is === 'complete') named.projects.add(each.project.prepareId);
    else if (each.is === 'answer') named.projects.add(each.prepareId);
    else if (each.is === 'establishment') named.urns.add(each.state.urn);
    else if (each.is === 'constituency') named.seats.add(each.state.name);
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
  news: readonly Incoming[],
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
  refersTo(news, named, known);
  await fill(known.establishments, 'establishment', named.urns);
  const schools: Establishment[] = [...known.establishments.values()];
  for (const each of news) if (each.is === 'establishment') schools.push(each.state);
  for (const school of schools) {
    const code = authorityCode(school);
    if (code) named.codes.add(code);
    if (school.constituency.name) named.seats.add(school.constituency.name);
  }
  if (named.groupUids.size + named.ukprns.size > 0)
    for (const { key, state } of await sql.all<Keyed<Trust>>(queries.trusts, [[...named.groupUids], [...named.ukprns]]))
      known.trusts.loaded(key, state);
  for (const trust of known.trusts.values()) known.hasTrust(trust);
  await fill(known.localAuthorities, 'local_authority', named.codes);
  await fill(known.constituencies, 'constituency', named.seats);
}

/** Adds the schools and trusts of every state that a row may have on its way through the batch. */
function refersTo(news: readonly Incoming[], named: Named, known: WorkingSet): void {
  const trust = (ukprn: string | null) => ukprn && named.ukprns.add(ukprn);
  const prepared = [...known.prepared.values()].map(({ project }) => project);
  const complete = [...known.complete.values()];
  for (const each of news) {
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
