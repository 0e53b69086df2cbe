import type { Establishment } from '@academies/contracts';
import { type Cell, identifier, none } from './cell.ts';

/** Local authority code / establishment number, `211/4012`; blank if either part is missing. */
export function dfeNumber(school: Establishment | null): Cell {
  const code = school?.localAuthority.code;
  const within = school?.establishmentNumber;
  return code && within ? identifier(`${code}/${within}`) : none;
}
