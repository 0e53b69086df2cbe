import { plainLetters } from '@academies/contracts';

const within = (text: string, pattern: string, by: string): string => `regexp_replace(${text}, ${pattern}, ${by}, 'g')`;

const invisible = `U&'[\\0001-\\0008\\000E-\\001F\\007F-\\0084\\0086-\\009F\\00AD\\034F\\061C\\115F\\1160\\17B4\\17B5\\180B-\\180F\\200B-\\200F\\202A-\\202E\\2060-\\206F\\2800\\3164\\FE00-\\FE0F\\FEFF\\FFA0\\FFF0-\\FFF8\\+01BCA0-\\+01BCA3\\+01D173-\\+01D17A\\+0E0000-\\+0E0FFF]'`;
const accents = `U&'[\\0300-\\036F]'`;
const withoutAccents = within(`normalize(${within('name', invisible, `''`)}, NFKD)`, accents, `''`);
const withoutApostrophes = within(`lower(${withoutAccents} collate pg_c_utf8)`, `'[''’‘ʼ\`´]'`, `''`);
const inPlainLetters = Object.entries(plainLetters).reduce(
  (text, [letter, plain]) => `replace(${text}, '${letter}', '${plain}')`,
  withoutApostrophes,
);
const dotOfInitials = `'(?<=(^|[^[:alnum:]])[[:alpha:]])\\.(?=[[:alpha:]]([^[:alnum:]]|$))'`;
const words = within(within(`replace(${inPlainLetters}, '&', ' and ')`, dotOfInitials, `''`), `'[^[:alnum:]]+'`, `' '`);

/** `comparableTrust` in PostgreSQL. */
export const comparableTrustSql = (name: string): string =>
  `regexp_replace(searchable(${name}), ' (ltd|limited)$', '')`;

/** `comparable` in PostgreSQL, for indexes and searches; a test compares the two. */
export const searchableSql = `
  create or replace function searchable(name text) returns text immutable parallel safe language sql return
    ${within(`trim(${words})`, `'(^| )saint(?= |$)'`, `'\\1st'`)}`;
