import {
  anExampleCompleteProject,
  anExampleDecision,
  anExampleProject,
  anExampleTransfer,
  anOfficer,
  anUndecidedProject,
  type CommandContext,
  type CompleteProject,
  type PreparedProject,
} from '@academies/contracts';
import type { HandoverAnswer } from '@academies/handover';
import { type Handover, noHandover, type Project } from './project.ts';

export const context: CommandContext = { by: anOfficer, at: '2026-10-06T14:05:00.000Z', today: '2026-10-06' };
export const yesterday = '2026-10-05';
export const tomorrow = '2026-10-07';

/** A voluntary conversion before a decision, ready to be approved. */
export const aConversion = (facts: Partial<PreparedProject> = {}): Project => ({
  facts: { ...anUndecidedProject, academyOrderDate: null, ...facts },
  handover: noHandover,
});

export const aSponsoredConversion = (facts: Partial<PreparedProject> = {}): Project =>
  aConversion({ route: 'sponsored', ...facts });

/** A transfer of two academies, 900201 and 900202, before a decision. */
export const aTransfer = (facts: Partial<PreparedProject> = {}): Project =>
  aConversion({ ...anExampleTransfer, status: 'pre_decision', decision: null, attempts: 0, ...facts });

const approval = { status: 'approved', decision: { ...anExampleDecision, outcome: 'approved' }, attempts: 1 } as const;

/** Handed over with the first attempt; Complete has answered like this, or not yet. */
export const anApproved = (
  { facts }: Project = aConversion(),
  handover: Partial<Handover> = {},
  more: Partial<PreparedProject> = {},
): Project => {
  const approved = { ...facts, ...approval, ...more };
  const attempt = { number: approved.attempts, approval: null, urns: facts.academies.map(({ urn }) => urn) };
  return { facts: approved, handover: { ...noHandover, attempt, ...handover } };
};

export const anAnswer = (answer: Partial<HandoverAnswer> = {}): HandoverAnswer => ({
  urn: anExampleProject.academies[0]?.urn ?? '',
  attempt: 1,
  approval: null,
  says: 'rejected',
  reasons: answer.says && answer.says !== 'rejected' ? [] : [aReason()],
  project: answer.says === 'created' ? anExampleCompleteProject.id : null,
  at: '2026-10-06T14:05:01.000Z',
  ...answer,
});

export const aReason = (fixOn: string | null = 'incoming-trust') => ({
  rule: 'incoming-trust-is-in-register',
  message: 'The register has no trust with the UKPRN 19000042',
  fixOn,
});

export const inComplete = (project: Partial<CompleteProject> = {}): CompleteProject => ({
  ...anExampleCompleteProject,
  ...project,
});

/** Complete rejected the only academy. */
export const aRejected = (project: Project = aConversion(), fixOn: string | null = 'incoming-trust'): Project =>
  anApproved(project, {
    answers: project.facts.academies.map(({ urn }) => anAnswer({ urn, reasons: [aReason(fixOn)] })),
  });

/** Complete created the only academy's project. */
export const aCreated = (project: Project = aConversion()): Project =>
  anApproved(project, {
    answers: [anAnswer({ says: 'created' })],
    inComplete: project.facts.academies.map(({ urn }) => inComplete({ urn })),
  });
