import { BadValue, type Parser } from './bad-value.ts';
import { plainCode } from './codes.ts';

/** The group types that are trusts (domain/register.md); federations, sponsors and school trusts are not. */
const trustTypes: Readonly<Record<string, string>> = {
  6: 'Multi-academy trust',
  10: 'Single-academy trust',
  11: 'Secure single-academy trust',
};
const byWords = new Map(Object.values(trustTypes).map((words) => [lettersOf(words), words]));

/** The words of a trust's type, from its code or its words; null for groups of other types. */
export const trustTypeOf = (cell: string): string | null =>
  trustTypes[plainCode(cell) ?? ''] ?? byWords.get(lettersOf(cell)) ?? null;

export const trustType: Parser<string> = (cell) => {
  const type = trustTypeOf(cell);
  if (type === null) throw new BadValue(`is not a type of trust: ${cell}`);
  return type;
};

function lettersOf(words: string): string {
  return words.toLowerCase().replace(/[^a-z]/g, '');
}
