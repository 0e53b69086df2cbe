import {
  academyTypeGroups,
  collegeTypeCode,
  comparable,
  convertingTypeCodes,
  type Establishment,
  type KnownTrust,
  openStatusCodes,
  standingOf,
  type Trust,
} from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { searchCopies } from './search.sql.ts';
import { asNumbers } from './search-words.ts';
import { trustsByTrn, trustsByUkprn } from './trusts.ts';

/** Which schools to look among, and how many to answer with. */
export interface SchoolSearch {
  readonly limit?: number;
  /** Only open ones, or only others. */
  readonly open?: boolean;
  /** Only schools of a kind that can become an academy. */
  readonly converting?: true;
}

const inList = (column: string, codes: readonly string[], wanted: boolean | undefined): string[] =>
  wanted === undefined
    ? []
    : [`coalesce(${column}, '') ${wanted ? '' : 'not '}in (${codes.map((code) => `'${code}'`).join(', ')})`];

/** `whyNotConvert` in SQL; a test compares them. */
const canConvert = `(type_code in (${convertingTypeCodes.map((code) => `'${code}'`).join(', ')})
  or type_code = '${collegeTypeCode}' and state ->> 'furtherEducationType' ilike 'sixth form%')
  and lower(coalesce(state ->> 'typeGroup', '')) not in (${academyTypeGroups.map((group) => `'${group}'`).join(', ')})`;

const schoolNumbers = ['urn', 'ukprn', `local_authority_code || '/' || establishment_number`];

/** Schools and academies by words of their name, by URN, UKPRN or DfE number (`911/4012`), however they are typed. */
export function searchSchools(
  em: EntityManager,
  text: string,
  { limit, open, converting }: SchoolSearch = {},
): Promise<Establishment[]> {
  return search(em, 'register_establishment', schoolNumbers, text, limit, [
    ...inList('status_code', openStatusCodes, open),
    ...(converting ? [canConvert] : []),
  ]);
}

const isLive = `(standing = 0 or ukprn in (select ukprn from register_trust where standing = 0))`;

/**
 * Trusts by words of their name, by UKPRN, TRN, Companies House number or Group UID. Whichever of its records is found, the
 * trust is what is answered, once; a record made in error is none.
 */
export async function searchTrusts(
  em: EntityManager,
  text: string,
  { limit, open }: Omit<SchoolSearch, 'converting'> = {},
): Promise<KnownTrust[]> {
  const numbers = ['group_uid', 'ukprn', 'trn', 'companies_house_number'];
  const found = await search<Trust>(em, 'register_trust', numbers, text, limit, open ? [isLive] : []);
  const byUkprn = await trustsByUkprn(em, [...new Set(found.flatMap(({ ukprn }) => ukprn ?? []))]);
  const byTrn = await trustsByTrn(em, [...new Set(found.flatMap(({ ukprn, trn }) => (ukprn ? [] : (trn ?? []))))]);
  const trusts = found.flatMap((record) => {
    if (record.ukprn) return byUkprn.get(record.ukprn) ?? [];
    if (record.trn) return byTrn.get(record.trn) ?? [];
    return standingOf(record) === 'error' ? [] : record;
  });
  return [...new Map(trusts.map((trust) => [trust.groupUid, trust])).values()];
}

async function search<State>(
  em: EntityManager,
  table: string,
  numbers: readonly string[],
  text: string,
  limit = 20,
  conditions: readonly string[],
): Promise<State[]> {
  const number = asNumbers(text).toUpperCase();
  const name = comparable(number);
  if (name === '') return [];
  const patterns = name
    .split(' ')
    .map((word) => `%${word}%`)
    .join('\n');
  const sql = searchCopies(table, numbers, conditions);
  const found = await em.execute<{ state: State }[]>(sql, [patterns, ...numbers.map(() => number), name, limit]);
  return found.map(({ state }) => state);
}

/** Why this is not searched for, or nothing (docs/domain/complete-pages.md, "Search"). */
export const tooShort = (text: string): string | undefined =>
  /\p{N}/u.test(text) || (text.match(/\p{L}/gu) ?? []).length >= 3
    ? undefined
    : 'Enter at least three letters of a name, or a whole number';
