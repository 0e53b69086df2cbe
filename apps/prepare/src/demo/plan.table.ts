import type { Kind, Outcome, Route } from '@academies/contracts';

/** What breaks a rule of the handover, for people to find and fix. */
export type Fault = 'nobody assigned' | 'trust unknown' | 'person outside' | 'no date' | 'no region' | 'no TRN';

/** Projects of one kind in one phase. */
export interface Segment {
  readonly count: number;
  readonly kind: Kind;
  readonly route?: Route;
  readonly formingAMat?: true;
  /** How far it has come: ready to be approved, in preparation, or decided with one of these outcomes in turn. */
  readonly phase: 'ready' | 'in preparation' | readonly Outcome[];
  readonly fault?: Fault;
  /** The same school as the project before: Complete takes one of the two and rejects the other. */
  readonly racing?: true;
}

const voluntary = { kind: 'conversion', route: 'voluntary' } as const;
const sponsored = { kind: 'conversion', route: 'sponsored' } as const;
const transfer = { kind: 'transfer' } as const;
const formingAMat = true;
const approvals = ['approved', 'approved_with_conditions', 'approved'] as const;

/**
 * Every demo project, in the order of its number from 1001 on. The first ones are Dara Officerly's, to try things on.
 * Racing pairs stand where both numbers go to one partition: then the first of the two wins on every machine.
 */
export const plan: readonly Segment[] = [
  { count: 12, ...voluntary, phase: 'ready' },
  { count: 12, ...sponsored, phase: 'ready' },
  { count: 12, ...transfer, phase: 'ready' },
  { count: 12, ...voluntary, formingAMat, phase: 'ready' },
  { count: 2, ...voluntary, phase: 'ready', fault: 'nobody assigned' },
  { count: 2, ...voluntary, phase: 'ready', fault: 'trust unknown' },
  { count: 1, ...transfer, phase: 'ready', fault: 'person outside' },
  { count: 1, ...sponsored, phase: 'ready', fault: 'no date' },
  { count: 2, ...voluntary, phase: 'ready', fault: 'no region' },
  { count: 2, ...voluntary, formingAMat, phase: 'ready', fault: 'no TRN' },
  { count: 36, ...voluntary, phase: 'in preparation' },
  { count: 18, ...sponsored, phase: 'in preparation' },
  { count: 14, ...transfer, phase: 'in preparation' },
  { count: 15, ...voluntary, phase: ['declined', 'deferred', 'withdrawn'] },
  { count: 9, ...sponsored, phase: ['declined', 'deferred', 'dao_revoked'] },
  { count: 9, ...transfer, phase: ['declined', 'deferred', 'withdrawn'] },
  { count: 70, ...voluntary, phase: approvals },
  { count: 36, ...sponsored, phase: approvals },
  { count: 31, ...transfer, phase: approvals },
  { count: 2, ...transfer, phase: approvals, racing: true },
  { count: 5, ...transfer, phase: approvals },
  { count: 4, ...voluntary, formingAMat, phase: approvals },
  { count: 2, ...voluntary, phase: approvals, racing: true },
  { count: 6, ...voluntary, formingAMat, phase: approvals },
  { count: 2, ...voluntary, phase: approvals, racing: true },
  { count: 6, ...voluntary, formingAMat, phase: approvals },
  { count: 4, ...transfer, formingAMat, phase: approvals },
  { count: 3, ...sponsored, phase: approvals, fault: 'no region' },
];
