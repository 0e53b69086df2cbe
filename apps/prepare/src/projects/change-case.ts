import type { Person, PreparedProject, Verdict } from '@academies/contracts';
import { changeFacts } from './change-facts.ts';
import type { Project } from './project.ts';

/** Rationale, risks and benefits, which travel to Complete as a summary to read. */
export const changeCase = (
  { facts, handover }: Project,
  { texts, by }: { texts: Pick<PreparedProject['summary'], 'rationale' | 'risks' | 'benefits'>; by: Person },
): Verdict =>
  changeFacts({ facts, handover }, { part: 'case', change: { summary: { ...facts.summary, ...texts } }, by });
