import {
  anExampleCompleteProject,
  anExampleDecision,
  anExampleProject,
  anExampleTransfer,
  anOfficer,
  anUndecidedProject,
  type CompleteProject,
  type PreparedProject,
} from '@academies/contracts';
import type { Answer } from '../handover-status/answer.ts';
import type { Occasion } from './occasion.ts';
import { type Handover, noHandover, type Project } from './project.ts';

export const occasion: Occasion = { by: anOfficer, at: '2026-10-06T14:05:00.000Z', today: '2026-10-06' };
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
): Project => ({
  facts: { ...facts, ...approval, ...more },
  handover: { ...noHandover, handedOver: facts.academies.map(({ urn }) => urn), ...handover },
});

export const anAnswer = (answer: Partial<Answer> = {}): Answer => ({
  urn: anExampleProject.academies[0]?.urn ?? '',
  attempt: 1,
  says: 'rejected',
  reasons: answer.says && answer.says !== 'rejected' ? [] : [aReason()],
  at: '2026-10-06T14:05:01.000Z',
  ...answer,
});

export const aReason = (mendedOn: string | null = 'incoming-trust') => ({
  rule: 'incoming-trust-is-in-register',
  message: 'The register has no trust with the UKPRN 19000042',
  mendedOn,
});

export const inComplete = (project: Partial<CompleteProject> = {}): CompleteProject => ({
  ...anExampleCompleteProject,
  ...project,
});

/** Complete rejected the only academy. */
export const aRejected = (project: Project = aConversion(), mendedOn: string | null = 'incoming-trust'): Project =>
  anApproved(project, {
    answers: project.facts.academies.map(({ urn }) => anAnswer({ urn, reasons: [aReason(mendedOn)] })),
  });

/** Complete created the only academy's project. */
export const aCreated = (project: Project = aConversion()): Project =>
  anApproved(project, {
    answers: [anAnswer({ says: 'created' })],
    inComplete: project.facts.academies.map(({ urn }) => inComplete({ urn })),
  });
