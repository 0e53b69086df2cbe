import { type Decision, type PreparedProject, ProjectApproved, type ValueOf } from '@academies/contracts';

/** One academy of an approval, at Complete's door. A conversion brings one, a transfer one per academy. */
export interface Arrival {
  readonly urn: string;
  readonly prepared: PreparedProject;
  readonly decision: Decision;
  readonly attempt: number;
  /** When Prepare handed it over; dates are judged by this (domain/handover.md, "Rules"). */
  readonly at: string;
}

/** The academies of an approval, each judged on its own. */
export const toArrivals = (
  { project, decision, attempt }: ValueOf<typeof ProjectApproved>,
  { time }: { time: string },
): Arrival[] => project.academies.map(({ urn }) => ({ urn, prepared: project, decision, attempt, at: time }));
