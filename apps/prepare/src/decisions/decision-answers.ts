import type { Decider, Decision, IsoDate, Outcome } from '@academies/contracts';

/** What the pages of "Record a decision" ask; null until answered (domain/prepare.md, "Recording a decision"). */
export interface DecisionAnswers {
  readonly outcome: Outcome | null;
  readonly decidedBy: Decider | null;
  readonly conditions: string | null;
  readonly reasons: Decision['reasons'];
  /** The three confirmations of a DAO that is revoked. */
  readonly confirmations: readonly string[];
  readonly deciderName: string | null;
  readonly date: IsoDate | null;
  /** Voluntary conversions; may stay open. */
  readonly academyOrderDate: IsoDate | null;
}

export const noAnswers: DecisionAnswers = {
  outcome: null,
  decidedBy: null,
  conditions: null,
  reasons: [],
  confirmations: [],
  deciderName: null,
  date: null,
  academyOrderDate: null,
};
