import type { Erased } from './person-hash.ts';

/** What stands in place of somebody who was erased. */
export const erasedName = 'Erased';
export const erasedEmail = 'erased@erased.invalid';

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;

/** From where to where within a text a name stands. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where names of the erased stand within a text: every window of as many words as such a name has. */
export function namesWithin(text: string, erased: Erased): Place[] {
  if (erased.nameLengths.length === 0) return [];
  const words = [...text.matchAll(word)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
  const places: Place[] = [];
  for (let first = 0; first < words.length; first++)
    for (const length of erased.nameLengths) {
      const last = words[first + length - 1];
      if (!last) continue;
      const from = words[first]?.from as number;
      const window = text.slice(from, last.to).replace(/(?:['’]s|['’.,-]+)$/u, '');
      // Words of one name stand beside each other, in one line.
      if (/[\n;:!?]/.test(window) || !erased.is('name', window)) continue;
      places.push({ from, to: from + window.length });
      first += length - 1;
      break;
    }
  return places;
}

/** A text with other words in place of the names. */
export const withoutNames = (text: string, places: readonly Place[]): string =>
  [...places].reverse().reduce((left, { from, to }) => left.slice(0, from) + erasedName + left.slice(to), text);
