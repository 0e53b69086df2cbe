import { type Kind, type RejectionReason, words } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import { rejectionsSql } from './rejections.sql.ts';

/** An academy that was not taken over, for service support. */
export interface Rejection {
  readonly prepareId: string;
  readonly urn: string;
  readonly attempt: number;
  readonly kind: Kind;
  readonly reasons: readonly RejectionReason[];
  readonly at: string;
}

/** How a rejection stopped being something to look at. */
export const settlements = words({
  taken_over: 'Taken over at a later attempt',
  handed_over_again: 'Handed over again',
  removed: 'The academy was removed from the transfer',
  decided_again: 'Another decision ended the handover',
});
export type Settlement = (typeof settlements.names)[number];

/** A Prepare project, or one academy of it, whose earlier rejections are settled. */
export interface Settled {
  readonly prepareId: string;
  readonly urn: string | null;
  readonly how: Settlement;
}

/** A rejection as the list shows it. */
export interface OpenRejection extends Omit<Rejection, 'at'> {
  readonly rejectedAt: Date;
}

export const openRejections = (em: EntityManager, { limit, offset }: { limit: number; offset: number }) =>
  sql<OpenRejection>(em, rejectionsSql.open, [limit, offset]);

export async function countOpenRejections(em: EntityManager): Promise<number> {
  const [row] = await sql<{ total: number }>(em, rejectionsSql.count);
  return row?.total ?? 0;
}
