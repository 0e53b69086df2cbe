import {
  type Decision,
  type PreparedProject,
  ProjectApproved,
  type ValueOf,
  type CompleteProject,
  londonDate,
  type TrustCorrection,
} from '@academies/contracts';
import { type BrokenRule, brokenRules, handoverFacts, type RuleLookUps } from '@academies/handover';

/** The approval of one academy, at Complete's door. A conversion brings one, a transfer one per academy. */
export interface AcademyApproval {
  readonly urn: string;
  readonly prepared: PreparedProject;
  readonly decision: Decision;
  readonly attempt: number;
  /** When Prepare handed it over; dates are judged by this (docs/domain/handover.md, "Rules, checked twice by the same code"). */
  readonly at: string;
}

/** The academies of an approval, each judged on its own. */
export const academyApprovals = (
  { project, decision, attempt }: ValueOf<typeof ProjectApproved>,
  { time }: { time: string },
): AcademyApproval[] => project.academies.map(({ urn }) => ({ urn, prepared: project, decision, attempt, at: time }));

/** What Complete shows of the case that Prepare made, read-only: the decision, and rationale, risks, benefits, notes. */
export interface PreparedCase {
  readonly decision: AcademyApproval['decision'];
  readonly summary: PreparedProject['summary'];
  /** The trusts that the decision names since it was corrected; absent until then. */
  readonly corrected?: CorrectedTrusts;
}

/** What a corrected decision names, with who corrected it last, when and why. */
export interface CorrectedTrusts
  extends
    Pick<PreparedProject, 'incomingTrust' | 'outgoingTrustUkprn'>,
    Pick<TrustCorrection, 'reason' | 'by' | 'at'> {}

export function correctedTrusts({ kind, incomingTrust, ...prepared }: PreparedProject): CorrectedTrusts {
  const { reason, by, at } = prepared.trustCorrections.at(-1) as TrustCorrection;
  const outgoingTrustUkprn = kind === 'transfer' ? prepared.outgoingTrustUkprn : null;
  return { incomingTrust, outgoingTrustUkprn, reason, by, at };
}

export const preparedCase = ({ decision, prepared: { summary } }: AcademyApproval): PreparedCase => ({
  decision,
  summary,
});

/** What an approval is judged by beside itself. */
export interface JudgedBy {
  /** The project of the same Prepare reference and academy that is not deleted. */
  readonly existing: CompleteProject | null;
  readonly lookUps: RuleLookUps;
  readonly allowedDomains: readonly string[];
}

/** What becomes of the approval of an academy. */
export type Judgement =
  | { readonly is: 'confirmed'; readonly project: CompleteProject }
  | { readonly is: 'rejected'; readonly reasons: readonly BrokenRule[] }
  | { readonly is: 'new' };

/**
 * Once there is a project, a second approval changes nothing. Else every rule is judged, by the day of the approval's own
 * event, and what is broken is said in full (docs/domain/handover.md, "What happens on arrival").
 */
export function judge(approval: AcademyApproval, { existing, lookUps, allowedDomains }: JudgedBy): Judgement {
  if (existing) return { is: 'confirmed', project: existing };
  const { urn, prepared, decision, at } = approval;
  const today = londonDate(new Date(at));
  const facts = handoverFacts(prepared, urn, lookUps, { today, allowedDomains, decisionDate: decision.date });
  const reasons = brokenRules(facts);
  return reasons.length > 0 ? { is: 'rejected', reasons } : { is: 'new' };
}

/** Whether a copy of the register that is behind may be why: then it is read to the end before the answer. */
export const mayLackRegister = (judgement: Judgement): boolean =>
  judgement.is === 'rejected' && judgement.reasons.some(({ lackingInRegister }) => lackingInRegister);
