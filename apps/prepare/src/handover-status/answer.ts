import type { RejectionReason } from '@academies/contracts';

/** What Complete said about an academy of an attempt; without URN about all of them. */
export interface Answer {
  readonly urn: string | null;
  readonly attempt: number;
  readonly says: 'created' | 'rejected' | 'held_up';
  readonly reasons: readonly RejectionReason[];
  readonly at: string;
}
