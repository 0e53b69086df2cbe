/* How texts from outside are cleaned and names compared: one truth for every service, file and index. */

/** What nobody sees: zero widths, marks of direction, fillers, soft hyphens, the empty Braille cell, and control characters. */
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u2800\p{Default_Ignorable_Code_Point}]/gu;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/** A text as it is kept: without what nobody sees, every line break one line feed (docs/domain/register.md, "Text from outside"). */
export const cleaned = (text: string): string => text.toWellFormed().replace(lineBreaks, '\n').replace(invisible, '');

/** Letters that are no letter with an accent, as people type them. */
export const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};
const special = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');

/**
 * A name as it is compared and searched (docs/domain/register.md, "Names are compared, not spelt"): no case, accents,
 * apostrophes and punctuation; `&` is `and`, `Saint` is `St`, `C.E.` is `CE`. `searchable` of PostgreSQL says the same.
 */
export const comparable = (name: string): string =>
  cleaned(name)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘ʼ`´]/g, '')
    .replace(special, (letter) => plainLetters[letter] as string)
    .replaceAll('&', ' and ')
    .replace(/(?<=(?:^|[^\p{L}\p{N}])\p{L})\.(?=\p{L}(?:[^\p{L}\p{N}]|$))/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(^| )saint(?= |$)/g, '$1st');

/** The name of a trust: `Ltd` and `Limited` at its end do not count. */
export const comparableTrust = (name: string): string => comparable(name).replace(/ (ltd|limited)$/, '');

/** The name of a seat: a party's or register's remark in brackets at its end does not count. */
export const comparableSeat = (name: string): string => comparable(name.replace(/\s*\([^()]*\)\s*$/, ''));
