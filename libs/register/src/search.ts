import type { Establishment, Trust } from '@academies/contracts';
import { academyTypeCodes, openStatusCodes } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { searchCopies } from './search.sql.ts';
import { searchable } from './searchable.ts';

/** Which schools to look among, and how many to answer with. */
export interface SchoolSearch {
  readonly limit?: number;
  /** Only open ones, or only others. */
  readonly open?: boolean;
  /** Only academies, or only schools that are not. */
  readonly academy?: boolean;
}

const inList = (column: string, codes: readonly string[], wanted: boolean | undefined): string[] =>
  wanted === undefined
    ? []
    : [`coalesce(${column}, '') ${wanted ? '' : 'not '}in (${codes.map((code) => `'${code}'`).join(', ')})`];

/** Schools and academies by words of their name, by URN or by UKPRN. */
export function searchSchools(
  em: EntityManager,
  text: string,
  { limit, open, academy }: SchoolSearch = {},
): Promise<Establishment[]> {
  return search(em, 'register_establishment', ['urn', 'ukprn'], text, limit, [
    ...inList('status_code', openStatusCodes, open),
    ...inList('type_code', academyTypeCodes, academy),
  ]);
}

/** Trusts by words of their name, by UKPRN, TRN, Companies House number or Group UID. */
export function searchTrusts(
  em: EntityManager,
  text: string,
  { limit, open }: Omit<SchoolSearch, 'academy'> = {},
): Promise<Trust[]> {
  const numbers = ['group_uid', 'ukprn', 'trn', 'companies_house_number'];
  return search(em, 'register_trust', numbers, text, limit, inList('status', ['Open'], open));
}

async function search<State>(
  em: EntityManager,
  table: string,
  numbers: readonly string[],
  text: string,
  limit = 20,
  conditions: readonly string[],
): Promise<State[]> {
  const name = searchable(text);
  if (name === '') return [];
  const patterns = name
    .split(' ')
    .map((word) => `%${word}%`)
    .join('\n');
  const number = text.trim().toUpperCase();
  const sql = searchCopies(table, numbers, conditions);
  const found = await em.execute<{ state: State }[]>(sql, [patterns, ...numbers.map(() => number), name, limit]);
  return found.map(({ state }) => state);
}
