import { comparable, type CompleteProject, type Establishment, isAcademy } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';

/** An academy of the register that may be the new one, with what speaks for it. */
export interface Candidate {
  readonly academy: Establishment;
  readonly because: string;
}

/** Open, open but proposed to close, proposed to open (docs/domain/register.md). */
const openOrToOpen = ['1', '3', '4'];

/** Words that most names have, before a conversion or after it. */
const common = new Set(
  'academy school college primary junior infant infants nursery secondary high the and of'.split(' '),
);

interface Way {
  readonly because: string;
  /** Of the columns of the copy; `$2` and `$3` are what `values` says of the school. */
  readonly condition: string;
  readonly values: (school: Establishment) => readonly (string | null)[];
}

/** In this order; where one finds something, the next is not asked (docs/domain/complete.md, "Academy URN"). */
const ways: readonly Way[] = [
  {
    because: 'same authority and establishment number',
    condition: 'local_authority_code = $2 and establishment_number = $3',
    values: ({ localAuthority, establishmentNumber }) => [localAuthority.code, establishmentNumber],
  },
  {
    because: 'same postcode',
    condition: `state #>> '{address,postcode}' = $2`,
    values: ({ address }) => [address.postcode],
  },
  {
    because: 'similar name, same authority',
    condition: `local_authority_code = $2 and ' ' || search_name || ' ' like all (string_to_array($3, '|'))`,
    values: ({ localAuthority, name }) => [localAuthority.code, patternsOf(name)],
  },
];

/** What must stand in the name of another school that is the same one; null where nothing tells it from others. */
function patternsOf(name: string): string | null {
  const words = comparable(name)
    .split(' ')
    .filter((word) => !common.has(word));
  return words.length > 0 ? words.map((word) => `% ${word} %`).join('|') : null;
}

const usedSql = `
  select document ->> 'academyUrn' as urn from project
   where document ->> 'academyUrn' = any ($1) and state <> 'deleted' and id <> $2`;

/** Which academies of the register the new one may be: not the school itself, not used by another project. */
export async function academyCandidates(
  em: EntityManager,
  project: Pick<CompleteProject, 'id' | 'urn'>,
  school: Establishment,
): Promise<readonly Candidate[]> {
  for (const { because, condition, values } of ways) {
    const found = await sql<{ state: Establishment }>(
      em,
      `select state from register_establishment
        where ${condition} and status_code = any ($1) order by search_name, urn limit 100`,
      [openOrToOpen, ...values(school)],
    );
    const academies = found.map(({ state }) => state).filter((one) => isAcademy(one) && one.urn !== project.urn);
    const used = await sql<{ urn: string }>(em, usedSql, [academies.map(({ urn }) => urn), project.id]);
    const free = academies.filter(({ urn }) => !used.some((other) => other.urn === urn));
    if (free.length > 0) return free.map((academy) => ({ academy, because }));
  }
  return [];
}
