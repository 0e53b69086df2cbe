import { sql } from '@academies/complete';
import type { CompleteProject } from '@academies/contracts';
import { pagesOf, type PagesOfList } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Filters } from './filters.ts';
import { countProjectsSql, listProjectsSql, orders } from './list-projects.sql.ts';
import { whereOf } from './where.ts';

/** A project on a list. */
export interface ListedProject {
  readonly project: CompleteProject;
  readonly school: string | null;
  readonly localAuthority: string | null;
  readonly incomingTrust: string | null;
  readonly outgoingTrust: string | null;
}

/** Which list, in which order, at which address. */
export interface ListOf {
  readonly filters: Filters;
  readonly order?: keyof typeof orders;
  readonly query: Record<string, unknown>;
  readonly path: string;
}

/** A page of a list, 20 projects, as the URL asks for it. */
export async function listProjects(
  em: EntityManager,
  { filters, order = 'date', query, path }: ListOf,
): Promise<{ projects: ListedProject[]; pages: PagesOfList }> {
  const where = whereOf(filters);
  const [count] = await sql<{ total: number }>(em, countProjectsSql(where.sql), where.parameters);
  const pages = pagesOf({ total: count?.total ?? 0, query, path });
  const page = listProjectsSql(where.sql, orders[order], pages.limit, pages.offset);
  return { projects: await sql<ListedProject>(em, page, where.parameters), pages };
}
