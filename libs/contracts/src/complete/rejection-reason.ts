import { z } from 'zod';

/** Why a handover was refused: the rule, the words for a delivery officer, and the page that mends it. */
export const RejectionReason = z.object({ rule: z.string(), message: z.string(), mendedOn: z.string().nullable() });
export type RejectionReason = z.infer<typeof RejectionReason>;
