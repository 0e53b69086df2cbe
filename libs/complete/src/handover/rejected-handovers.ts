import { type Kind, type RejectionReason, vocabulary } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';

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
export const settlements = vocabulary({
  taken_over: 'Taken over at a later attempt',
  handed_over_again: 'Handed over again',
  removed: 'The academy was removed from the transfer',
  decided_again: 'Another decision ended the handover',
});
export type Settlement = (typeof settlements.names)[number];

/** A Prepare project, or one academy of it, whose earlier rejections are settled. */
interface Settled {
  readonly prepareId: string;
  readonly urn: string | null;
  /** Those of earlier attempts than this one; of every attempt unless told. */
  readonly before?: number;
  /** Academies whose own answers say how theirs are settled. */
  readonly except?: readonly string[];
  readonly how: Settlement;
}

const concerns = ({ prepareId, urn, before, except }: Settled, one: Rejection): boolean =>
  one.prepareId === prepareId &&
  (urn === null || one.urn === urn) &&
  (before === undefined || one.attempt < before) &&
  !except?.includes(one.urn);

/** A rejection as the list shows it. */
export interface OpenRejection extends Omit<Rejection, 'at'> {
  readonly rejectedAt: Date;
}

export const openRejections = (em: EntityManager, { limit, offset }: { limit: number; offset: number }) =>
  sql<OpenRejection>(em, rejectedHandoversSql.open, [limit, offset]);

export async function countOpenRejections(em: EntityManager): Promise<number> {
  const [row] = await sql<{ total: number }>(em, rejectedHandoversSql.count);
  return row?.total ?? 0;
}

/** The rejections of a batch, and what settles them or earlier ones; gathered in order, written together. */
export class BatchRejections {
  private rejected: (Rejection & { readonly settled: Settlement | null })[] = [];
  private readonly settled: Settled[] = [];

  /** An academy was not taken over; earlier attempts no longer matter. */
  reject(rejection: Rejection): void {
    this.settle({ prepareId: rejection.prepareId, urn: rejection.urn, how: 'handed_over_again' });
    this.rejected = this.rejected.filter((one) => !isSame(one, rejection));
    this.rejected.push({ ...rejection, settled: null });
  }

  /** Whatever was rejected so far of a project, or of one academy of it, is nothing to look at any more. */
  settle(settled: Settled): void {
    this.settled.push(settled);
    this.rejected = this.rejected.map((one) =>
      one.settled === null && concerns(settled, one) ? { ...one, settled: settled.how } : one,
    );
  }

  /** Writes them, in the transaction of `em`. */
  async write(em: EntityManager): Promise<void> {
    if (this.settled.length > 0) await sql(em, rejectedHandoversSql.settle, [JSON.stringify(this.settled)]);
    if (this.rejected.length > 0) await sql(em, rejectedHandoversSql.save, [JSON.stringify(this.rejected)]);
  }
}

const isSame = (one: Rejection, other: Rejection): boolean =>
  one.prepareId === other.prepareId && one.urn === other.urn && one.attempt === other.attempt;

export const rejectedHandoversSql = {
  save: `
    insert into rejected_handover (prepare_id, urn, attempt, kind, reasons, rejected_at, settled, settled_at)
    select "prepareId", urn, attempt, kind, reasons, at, settled, case when settled is not null then clock_timestamp() end
      from jsonb_to_recordset($1::jsonb)
        as news ("prepareId" text, urn text, attempt int, kind text, reasons jsonb, at timestamptz, settled text)
    on conflict (prepare_id, urn, attempt)
      do update set reasons = excluded.reasons, rejected_at = excluded.rejected_at,
                    settled = excluded.settled, settled_at = excluded.settled_at`,
  settle: `
    update rejected_handover set settled = how, settled_at = clock_timestamp()
      from jsonb_to_recordset($1::jsonb) as news ("prepareId" text, urn text, before int, "except" jsonb, how text)
     where settled is null and prepare_id = "prepareId" and (news.urn is null or rejected_handover.urn = news.urn)
       and (news.before is null or attempt < news.before)
       and not coalesce(news."except" ? rejected_handover.urn, false)`,
  open: `
    select prepare_id as "prepareId", urn, attempt, kind, reasons, rejected_at as "rejectedAt"
      from rejected_handover where settled is null
     order by rejected_at desc, prepare_id, urn limit $1 offset $2`,
  count: 'select count(*)::int as total from rejected_handover where settled is null',
};
