import type { LocalAuthority } from '@academies/contracts';
import {
  BadValue,
  codeOf,
  columnsOf,
  email,
  type FileKind,
  filled,
  needed,
  optional,
  type Parser,
  present,
} from '@academies/imports';

/** An authority as a row of a file has it: its director in parts, as each may be missing. */
export interface AuthorityRow {
  code: string;
  name: string;
  address: LocalAuthority['address'];
  director: { name: string | null; role: string | null; email: string | null };
}
const column = columnsOf<AuthorityRow>();
const mayLack = (...[headers, parse, into]: Parameters<typeof column>) => optional(column(headers, parse, into));

/** Spreadsheets have a 0 where they have nothing. */
const address: Parser<string | null> = (cell) => (filled(cell) === null ? null : email(cell));

const code = needed((cell) => {
  const digits = codeOf(3)(cell);
  if (digits !== null && !/^\d{3}$/.test(digits)) throw new BadValue(`is not three digits: ${digits}`);
  return digits;
});

/** A role or an address is nobody's. */
const director = ({ director: { name, role, email: writesTo } }: Pick<AuthorityRow, 'director'>): string[] =>
  name === null && (role !== null || writesTo !== null) ? ['has a role or an e-mail of a director, and no name'] : [];

/** Addresses of authorities, with or without their directors. */
export const authorities: FileKind<AuthorityRow> = {
  name: 'local authorities',
  words: { one: 'authority', many: 'authorities' },
  key: 'code',
  columns: [
    column('code', code, 'code'),
    column('name', needed(filled), 'name'),
    mayLack('address_1', filled, 'address.line1'),
    mayLack('address_2', filled, 'address.line2'),
    mayLack('address_3', filled, 'address.line3'),
    mayLack('address_town', filled, 'address.town'),
    mayLack('address_county', filled, 'address.county'),
    mayLack('address_postcode', filled, 'address.postcode'),
    mayLack('director_name', filled, 'director.name'),
    mayLack('director_role', filled, 'director.role'),
    mayLack('director_email', address, 'director.email'),
  ],
  oddities: director,
};

/** Directors alone: `LA,Name,Title,Email`. Addresses and names of authorities are others' business. */
export const directors: FileKind<AuthorityRow> = {
  name: 'directors',
  words: { one: 'authority', many: 'authorities' },
  key: 'LA',
  columns: [
    column('LA', code, 'code'),
    column('Name', filled, 'director.name'),
    column('Title', filled, 'director.role'),
    column('Email', address, 'director.email'),
    optional(present('Phone')),
  ],
  oddities: director,
};
