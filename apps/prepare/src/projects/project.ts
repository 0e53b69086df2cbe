import type { CompleteProject, PreparedProject } from '@academies/contracts';
import type { Answer } from '../handover-status/answer.ts';

/** What a rule of Prepare knows of a project: its own facts, and how its handover goes. */
export interface Project {
  readonly facts: PreparedProject;
  readonly handover: Handover;
}

/** How the present attempt goes, from Complete's answers. Everything that pages say about it is worked out from this. */
export interface Handover {
  /** The URNs that the present attempt handed over; a school that replaced a rejected one is not among them. */
  readonly handedOver: readonly string[];
  /** Answers to the present attempt, in any order. */
  readonly answers: readonly Answer[];
  /** Every project that Complete has made from this one, deleted ones too. */
  readonly inComplete: readonly CompleteProject[];
}

export const noHandover: Handover = { handedOver: [], answers: [], inComplete: [] };
