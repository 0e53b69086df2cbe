import type { PreparedProject } from '@academies/contracts';
import type { Arrival } from './arrival.ts';

/** What Complete shows of the case that Prepare made, read-only: the decision, and rationale, risks, benefits, notes. */
export interface PreparedCase {
  readonly decision: Arrival['decision'];
  readonly summary: PreparedProject['summary'];
}

export const preparedCase = ({ decision, prepared: { summary } }: Arrival): PreparedCase => ({ decision, summary });
