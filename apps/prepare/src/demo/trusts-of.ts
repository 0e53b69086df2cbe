import type { IncomingTrust } from '@academies/contracts';
import { inTurn, type Line } from './lines.ts';
import { ukprnOf } from './places.ts';
import { newTrustKinds, newTrustNames } from './texts.table.ts';

/** Two schools form each new trust, so one parent goes with two projects. */
const parentOf = ({ number }: Line): number => Math.floor(number / 2) % 1000;

export const formAMatReferenceOf = (line: Line): string | null =>
  line.formingAMat ? `FAM_${String(parentOf(line)).padStart(8, '0')}` : null;

/** The trust that a project's schools go to. The numbers of new trusts are not in the register yet. */
export function incomingTrustOf(line: Line, joined: number): IncomingTrust {
  if (!line.formingAMat)
    return { ukprn: line.fault === 'trust unknown' ? '19999999' : ukprnOf(joined), trn: null, name: null };
  const parent = parentOf(line);
  const trn = line.fault === 'no TRN' ? null : `TR${91000 + parent}`;
  const name = `${inTurn(newTrustNames, parent)} ${inTurn(newTrustKinds, Math.floor(parent / newTrustNames.length))}`;
  return { ukprn: null, trn, name };
}
