import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import type { Rejection, Settled, Settlement } from './rejections.ts';
import { rejectionsSql } from './rejections.sql.ts';

/** The rejections of a batch, and what settles them or earlier ones; gathered in order, written together. */
export class RejectionsInHand {
  private rejected: (Rejection & { readonly settled: Settlement | null })[] = [];
  private readonly settlements: Settled[] = [];

  /** An academy was not taken over; earlier attempts no longer matter. */
  reject(rejection: Rejection): void {
    this.settle({ prepareId: rejection.prepareId, urn: rejection.urn, how: 'handed_over_again' });
    this.rejected = this.rejected.filter((one) => !isSame(one, rejection));
    this.rejected.push({ ...rejection, settled: null });
  }

  /** Whatever was rejected so far of a project, or of one academy of it, is nothing to look at any more. */
  settle(settled: Settled): void {
    const { prepareId, urn, how } = settled;
    this.settlements.push(settled);
    this.rejected = this.rejected.map((one) =>
      one.settled === null && one.prepareId === prepareId && (urn === null || one.urn === urn)
        ? { ...one, settled: how }
        : one,
    );
  }

  /** Writes them, in the transaction of `em`. */
  async write(em: EntityManager): Promise<void> {
    if (this.settlements.length > 0) await sql(em, rejectionsSql.settle, [JSON.stringify(this.settlements)]);
    if (this.rejected.length > 0) await sql(em, rejectionsSql.keep, [JSON.stringify(this.rejected)]);
  }
}

const isSame = (one: Rejection, other: Rejection): boolean =>
  one.prepareId === other.prepareId && one.urn === other.urn && one.attempt === other.attempt;
