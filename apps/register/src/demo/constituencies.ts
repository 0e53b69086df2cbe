import { authorities, type InventedAuthority } from './authorities.ts';
import { emailOf, person, placeNumber } from './names.ts';
import { randomFor } from './random.ts';

/** A constituency that does not exist. */
export interface InventedConstituency {
  readonly code: string;
  readonly name: string;
  readonly authority: InventedAuthority;
  /** Four seats are empty. */
  readonly mp: { readonly name: string; readonly email: string } | null;
}

/** Two for each local authority: 120. */
export const constituencies: readonly InventedConstituency[] = authorities.flatMap((authority, index) =>
  [`${authority.town} North`, `${authority.town} South and ${placeNumber(index + 200)}`].map((name, half) => {
    const number = index * 2 + half + 1;
    const member = person(randomFor(`constituency ${name}`));
    return {
      code: `E1400${9000 + number}`,
      name,
      authority,
      mp:
        number % 30 === 7
          ? null
          : { name: `${member.firstName} ${member.lastName}`, email: emailOf(member, 'parliament') },
    };
  }),
);
