import {
  changed,
  type CommandContext,
  type CommandResult,
  DecisionCorrected,
  type PreparedProject,
  refused,
} from '@academies/contracts';
import type { BrokenRule } from '@academies/handover';
import { isDeepStrictEqual } from 'node:util';
import { changedBy, type Project } from '../../project/project.ts';
import { whyNotCorrected } from '../../project/stage.ts';

/** The facts about a trust as they should have been, the rules that they break, and why they were wrong. */
export interface CorrectDecision extends Pick<CommandContext, 'by' | 'at'> {
  readonly change: Partial<Pick<PreparedProject, 'incomingTrust' | 'outgoingTrustUkprn'>>;
  readonly broken: readonly BrokenRule[];
  readonly reason: string;
}

/**
 * Records that the decision named a wrong trust, after the handover; what it named stays on record. Complete's projects are
 * corrected there, by a person who sees this (docs/domain/prepare.md, "A corrected decision").
 */
export function correctDecision(
  project: Project,
  { change, broken, reason, by, at }: CorrectDecision,
): CommandResult<Project> {
  const why = whyNotCorrected(project);
  if (why) return refused(why);
  const { facts } = project;
  const { incomingTrust, outgoingTrustUkprn, trustCorrections } = facts;
  if (isDeepStrictEqual({ ...facts, ...change }, facts))
    // Sent twice, it is corrected once.
    return trustCorrections.at(-1)?.reason === reason
      ? changed(project)
      : refused('The decision names this trust already. Enter the one that it should have named');
  if (broken.length > 0) return { problems: broken.map(({ message }) => ({ message })) };
  const correction = { incomingTrust, outgoingTrustUkprn, reason, by, at };
  const corrected = { ...facts, ...change, trustCorrections: [...trustCorrections, correction] };
  return changedBy(project, DecisionCorrected, { project: corrected, by });
}
