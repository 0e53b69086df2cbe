import { trustWarning, whyNotChosen } from '@academies/contracts';
import type { Found } from '@academies/forms';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type SchoolSearch, searchSchools, searchTrusts } from './search.ts';

/** How many a page shows to choose from. */
const most = 20;

/**
 * Trusts to choose from (`fromRegister('trust')`), by UKPRN. One that cannot be chosen is found all the same, with the
 * reason: it has no UKPRN yet, or is closed.
 */
export async function lookUpTrusts(
  em: EntityManager,
  search: string,
  { open }: Pick<SchoolSearch, 'open'> = {},
): Promise<Found> {
  const trusts = await searchTrusts(em, search, { open, limit: most + 1 });
  const matches = trusts.slice(0, most).map((trust) => {
    const { ukprn, name, trn, type } = trust;
    const whyNot = whyNotChosen(trust);
    const hint = [ukprn ? `UKPRN ${ukprn}` : null, trn, type, trustWarning(trust)].filter(Boolean).join(', ');
    return { value: ukprn ?? '', text: name, hint, numbers: trn ? [trn] : [], ...(whyNot && { whyNot }) };
  });
  return { matches, more: trusts.length > most };
}

/** Schools to choose from (`fromRegister('school')`), by URN. */
export async function lookUpSchools(
  em: EntityManager,
  search: string,
  which: Omit<SchoolSearch, 'limit'> = {},
): Promise<Found> {
  const schools = await searchSchools(em, search, { ...which, limit: most + 1 });
  const matches = schools.slice(0, most).map(({ urn, ukprn, name, localAuthority }) => ({
    value: urn,
    text: name,
    hint: `URN ${urn}, ${localAuthority.name ?? 'no local authority'}`,
    numbers: ukprn ? [ukprn] : [],
  }));
  return { matches, more: schools.length > most };
}
