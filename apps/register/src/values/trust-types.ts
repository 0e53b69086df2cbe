import { BadValue, type Parser, plainCode } from '@academies/imports';

/** The group types of the register, by code; the first three are trusts (docs/domain/register.md). */
const groupTypes: Readonly<Record<string, string>> = {
  6: 'Multi-academy trust',
  10: 'Single-academy trust',
  11: 'Secure single-academy trust',
  1: 'Federation',
  2: 'Trust',
  5: 'School sponsor',
  7: 'Umbrella trust',
  8: "Children's centres group",
  9: "Children's centres collaboration",
};
const trusts = ['6', '10', '11'];
const lettersOf = (words: string): string => words.toLowerCase().replace(/[^a-z]/g, '');
const codeOfWords = new Map(Object.entries(groupTypes).map(([code, words]) => [lettersOf(words), code]));

/** The code of a group's type, from its code or its words. */
function groupTypeOf(cell: string): string {
  const code = plainCode(cell);
  if (code === null) throw new BadValue('is empty');
  const known = code in groupTypes ? code : codeOfWords.get(lettersOf(cell));
  if (known === undefined) throw new BadValue(`"${cell.trim()}" is not in the register's list of types`);
  return known;
}

/** Whether a group is a trust; one of a type that nobody knows is told. */
export const isTrust = (cell: string): boolean => trusts.includes(groupTypeOf(cell));

/** The words of a trust's type. */
export const trustType: Parser<string> = (cell) => groupTypes[groupTypeOf(cell)] as string;
