import { type Region, regions } from '@academies/contracts';
import { placeNumber, postcode, street } from './names.ts';
import { randomFor } from './random.ts';
import { words } from './words.table.ts';

/** A trust that does not exist, and how many academies it runs. */
export interface InventedTrust {
  readonly number: number;
  readonly groupUid: string;
  readonly trn: string;
  readonly name: string;
  readonly companiesHouseNumber: string;
  readonly typeCode: '06' | '10' | '11';
  readonly type: string;
  readonly status: 'Open' | 'Closed';
  readonly closedDate: string;
  readonly ukprn: string;
  readonly region: Region;
  readonly street: string;
  readonly town: string;
  readonly postcode: string;
  readonly academies: number;
}

const mat = { typeCode: '06', type: 'Multi-academy trust' } as const;
const sat = { typeCode: '10', type: 'Single-academy trust' } as const;
const secure = { typeCode: '11', type: 'Secure single-academy trust' } as const;

/** What the trusts are, by number: the last of each kind, and what is common to the kind. */
const kinds = [
  { upTo: 160, ...mat, academies: (number: number) => 3 + ((number * 7) % 8) },
  { upTo: 290, ...sat, academies: () => 1 },
  { upTo: 293, ...secure, academies: () => 1 },
  { upTo: 296, ...mat, academies: () => 0, closedDate: '31/08/2023' },
  { upTo: 300, ...mat, academies: () => 0, withoutUkprn: true },
] as const;

/** Three hundred trusts: Group UID 9001 to 9300, TRN TR90001 to TR90300, UKPRN 19000001 to 19000300. */
export const trusts: readonly InventedTrust[] = Array.from({ length: 300 }, (_, index) => {
  const number = index + 1;
  const kind = kinds.find(({ upTo }) => number <= upTo) as (typeof kinds)[number];
  const random = randomFor(`trust ${number}`);
  const closedDate = 'closedDate' in kind ? kind.closedDate : '';
  return {
    number,
    groupUid: String(9000 + number),
    trn: `TR${90000 + number}`,
    name: nameOf(number, kind.typeCode),
    companiesHouseNumber: `09${String(900000 + number)}`,
    typeCode: kind.typeCode,
    type: kind.type,
    status: closedDate ? 'Closed' : 'Open',
    closedDate,
    ukprn: 'withoutUkprn' in kind ? '' : String(19000000 + number),
    region: regions.names[index % regions.names.length] as Region,
    street: street(random),
    town: placeNumber(number + 60),
    postcode: postcode(random),
    academies: kind.academies(number),
  };
});

/** A name of its own for each: some with an apostrophe, a comma, an accent or an ampersand. */
function nameOf(number: number, typeCode: string): string {
  const { pick } = randomFor(`name of trust ${number}`);
  const place = placeNumber(number + 60);
  if (typeCode !== '06') return `${place} Academy`;
  if (number % 40 === 11) return `St ${pick(words.saints)}'s Catholic ${pick(words.trustWords)}, ${place}`;
  if (number % 40 === 23) return `Yr Ymddiriedolaeth Môr & ${place}`;
  return number % 3 === 0 ? `${pick(words.trustStarts)} ${place} Trust` : `${place} ${pick(words.trustWords)}`;
}
