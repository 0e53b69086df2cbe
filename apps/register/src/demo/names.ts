import type { Random } from './random.ts';
import { words } from './words.table.ts';

const { placeStarts, placeEnds } = words;

/** Every place name there is, each once, in an order that stays: 911 Marrowby comes first. */
const places = Array.from({ length: placeStarts.length * placeEnds.length }, (_, index) => {
  const turn = Math.floor(index / placeStarts.length);
  return `${placeStarts[index % placeStarts.length]}${placeEnds[(index * 5 + turn) % placeEnds.length]}`;
});

/** A town of its own for each number. */
export const placeNumber = (number: number): string => places[number % places.length] as string;

export interface InventedPerson {
  readonly title: string;
  readonly firstName: string;
  readonly lastName: string;
}

export const person = ({ pick, chance }: Random): InventedPerson => ({
  title: pick(words.titles),
  firstName: pick(words.firstNames),
  lastName: chance(4) ? pick(words.doubleSurnames) : pick(words.surnameStarts) + pick(words.surnameEnds),
});

/** An e-mail address at a domain that can never exist (RFC 2606). */
export const emailOf = ({ firstName, lastName }: InventedPerson, organisation: string): string =>
  `${slug(firstName)}.${slug(lastName)}@${slug(organisation)}.example`;

/** A telephone number that Ofcom keeps for drama, 01632 960000 to 960999. */
export const telephone = ({ whole }: Random): string => `01632 960${String(whole(0, 999)).padStart(3, '0')}`;

/** A postcode in the area ZZ, which does not exist. */
export const postcode = ({ whole, pick }: Random): string => {
  const letters = [...'ABDEFGHJLNPQRSTUWXYZ'];
  return `ZZ${whole(1, 99)} ${whole(1, 9)}${pick(letters)}${pick(letters)}`;
};

export const street = ({ whole, pick }: Random): string =>
  `${whole(1, 240)} ${pick(words.streetStarts)} ${pick(words.streets)}`;

export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 -]/g, '')
    .trim()
    .toLowerCase()
    .replace(/ +/g, '-');
