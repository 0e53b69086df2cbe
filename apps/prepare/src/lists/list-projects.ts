import type { HandoverState, Kind, PreparedProject, Region } from '@academies/contracts';
import { pagesOf, type PagesOfList } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import { filtersOf, orders } from './filters.ts';
import { countProjectsSql, filterOptionsSql, listProjectsSql } from './list-projects.sql.ts';
import { whereOf } from './where.ts';

/** A line of a list. */
export interface ListedProject {
  readonly id: string;
  readonly state: PreparedProject;
  readonly academies: readonly {
    readonly urn: string;
    readonly name: string | null;
    readonly authority: string | null;
    readonly region: Region | null;
    readonly handover: HandoverState;
  }[];
  readonly incomingTrust: string | null;
  readonly outgoingTrust: string | null;
}

/** A page of the list of a kind, as the URL asks for it. */
export async function listProjects(
  em: EntityManager,
  kind: Kind,
  { query, path }: { query: Record<string, unknown>; path: string },
): Promise<{ projects: ListedProject[]; pages: PagesOfList }> {
  const filters = filtersOf(query);
  const { sql: where, parameters } = whereOf(kind, filters);
  const [count] = await sql<{ total: number }>(em, countProjectsSql(where), parameters);
  const pages = pagesOf({ total: count?.total ?? 0, query, path });
  const page = listProjectsSql(where, orders[filters.sort].by, pages.limit, pages.offset);
  return { projects: await sql<ListedProject>(em, page, parameters), pages };
}

/** What a filter offers besides the tables of contracts. */
export interface FilterOption {
  readonly filter: 'authority' | 'assigned' | 'month';
  readonly value: string;
  readonly text: string;
}

export const filterOptions = (em: EntityManager, kind: Kind): Promise<FilterOption[]> =>
  sql<FilterOption>(em, filterOptionsSql, [kind]);
