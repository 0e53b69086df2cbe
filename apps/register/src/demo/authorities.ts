import { type Region, regions } from '@academies/contracts';
import { emailOf, person, placeNumber, postcode, street } from './names.ts';
import { randomFor } from './random.ts';

/** A local authority that does not exist, with what Complete keeps about it. */
export interface InventedAuthority {
  readonly code: string;
  readonly name: string;
  readonly region: Region;
  readonly town: string;
  readonly street: string;
  readonly postcode: string;
  /** Two authorities have none, so that pages and files show what they do then. */
  readonly director: { readonly name: string; readonly role: string; readonly email: string } | null;
}

/** Codes that no authority has had: 911 to 914 and 944 to 999. */
const codes = [
  ...Array.from({ length: 4 }, (_, index) => 911 + index),
  ...Array.from({ length: 56 }, (_, index) => 944 + index),
];
const withoutDirector = ['950', '977'];

/** Sixty local authorities, in each region six or seven. The first, 911 Marrowby, is in London. */
export const authorities: readonly InventedAuthority[] = codes.map((number, index) => {
  const code = String(number);
  const random = randomFor(`authority ${code}`);
  const town = placeNumber(index);
  const director = person(random);
  return {
    code,
    name: town,
    region: regions.names[index % regions.names.length] as Region,
    town,
    street: street(random),
    postcode: postcode(random),
    director: withoutDirector.includes(code)
      ? null
      : {
          name: `${director.firstName} ${director.lastName}`,
          role: "Director of children's services",
          email: emailOf(director, town),
        },
  };
});

export const authoritiesIn = (region: Region): readonly InventedAuthority[] =>
  authorities.filter((authority) => authority.region === region);
