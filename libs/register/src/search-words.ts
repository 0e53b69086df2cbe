import { cleaned, comparable } from '@academies/contracts';
import { searchableSql } from './searchable.sql.ts';

/** What stands before a number when people copy it: `URN: 123456`. */
const labels = /\b(?:urn|ukprn|trn|uid|laestab|dfe(?: number)?)\b[\s:.#-]*(?=(?:tr)?\d)/gi;

/** Numbers as they are kept, however they were typed: without their label, blanks in them, or blanks around the stroke. */
export function asNumbers(typed: string): string {
  const text = cleaned(typed).replace(labels, '').trim();
  return /^[\d\s/]+$/.test(text) ? text.replace(/\s*\/\s*/g, '/').replace(/\s+/g, '') : text;
}

/**
 * What somebody searches for, as a query over rows of words (`search_words`): every word at the beginning of a word, every
 * number and every short word before another as a whole, a DfE number (`911/4012`) as it is. Undefined when there is nothing to search for.
 */
export function wordsQuery(text: string): string | undefined {
  const typed = asNumbers(text).split(/\s+/);
  const words = isDfeNumber.test(typed.join('')) ? typed : comparable(typed.join(' ')).split(' ');
  const wanted = [...new Set(words.filter(Boolean))];
  if (wanted.length === 0) return undefined;
  return wanted.map((word, place) => `'${word}'${isWhole(word, place, wanted) ? '' : ':*'}`).join(' & ');
}

/**
 * A number is meant as a whole, and so is a short word (st, of) before another: nobody means everything that begins with it,
 * and PostgreSQL would read a good part of the index. The last word may still be being typed.
 */
const isWhole = (word: string, place: number, all: readonly string[]): boolean =>
  /\p{N}/u.test(word) || (word.length < 3 && place < all.length - 1);

const isDfeNumber = /^\d+\/\d+$/;

/**
 * `searchable` and `search_words` of PostgreSQL: the words of a row, as `wordsQuery` looks for them. What is searchable
 * already (names of the register, numbers) goes first: making it so is what costs.
 */
export const searchWordsSql = [
  searchableSql,
  `create function search_words(plain text, variadic names text[]) returns tsvector immutable parallel safe language sql return
     array_to_tsvector(array_remove(string_to_array(lower(plain) ||
       case when array_to_string(names, '') = '' then '' else ' ' || searchable(array_to_string(names, ' ')) end, ' '), ''))`,
];
