import { isDeepStrictEqual } from 'node:util';
import { LocalAuthority } from '@academies/contracts';
import type { AuthorityRow } from './authorities.table.ts';

/** What a row makes of an authority. */
export type Changed =
  | { is: 'changed'; authority: LocalAuthority; emptied: readonly string[] }
  | { is: 'unchanged' }
  | { is: 'wrong'; why: string };

/** Values of an authority by the headings that a file may have for them. */
const places = [
  ['name', ['name']],
  ['address.line1', ['address_1']],
  ['address.line2', ['address_2']],
  ['address.line3', ['address_3']],
  ['address.town', ['address_town']],
  ['address.county', ['address_county']],
  ['address.postcode', ['address_postcode']],
  ['director.name', ['director_name', 'Name']],
  ['director.role', ['director_role', 'Title']],
  ['director.email', ['director_email', 'Email']],
] as const;

/** What the file has no column for stays; only an empty cell of a column that it has empties (docs/domain/register.md). */
export function changedAuthority(
  row: AuthorityRow,
  known: LocalAuthority | undefined,
  has: (heading: string) => boolean,
): Changed {
  const isFileOfDirectors = has('LA');
  const before = known && flat(known);
  const now = flat(row);
  const emptied: string[] = [];
  for (const [place, headings] of places) {
    const isTold = isFileOfDirectors ? place.startsWith('director') : headings.some(has);
    if (!isTold) now[place] = before?.[place] ?? null;
    else if (before?.[place] && now[place] === null)
      emptied.push(`${headings[0].replaceAll('_', ' ')} “${before[place]}”`);
  }
  if (isFileOfDirectors && !known) return { is: 'wrong', why: `there is no authority with the code ${row.code}` };
  const { data: authority, error } = LocalAuthority.safeParse(whole(row.code, now));
  if (error)
    return { is: 'wrong', why: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
  return isDeepStrictEqual(authority, known) ? { is: 'unchanged' } : { is: 'changed', authority, emptied };
}

type Flat = Record<(typeof places)[number][0], string | null>;

function flat({ name, address, ...rest }: AuthorityRow | LocalAuthority): Flat {
  const director = 'director' in rest ? rest.director : rest.directorOfChildrensServices;
  const { line1, line2, line3, town, county, postcode } = address ?? {};
  return {
    name: name ?? null,
    'address.line1': line1 ?? null,
    'address.line2': line2 ?? null,
    'address.line3': line3 ?? null,
    'address.town': town ?? null,
    'address.county': county ?? null,
    'address.postcode': postcode ?? null,
    'director.name': director?.name ?? null,
    'director.role': director?.role ?? null,
    'director.email': director?.email ?? null,
  };
}

const whole = (code: string, now: Flat) => ({
  code,
  name: now.name,
  address: {
    line1: now['address.line1'],
    line2: now['address.line2'],
    line3: now['address.line3'],
    town: now['address.town'],
    county: now['address.county'],
    postcode: now['address.postcode'],
  },
  directorOfChildrensServices: now['director.name'] && {
    name: now['director.name'],
    role: now['director.role'],
    email: now['director.email'],
  },
});
