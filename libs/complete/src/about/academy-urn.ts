import {
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  type Establishment,
  isAcademy,
  refused,
  Urn,
} from '@academies/contracts';
import { changeProject } from '../project/change-project.ts';
import { answersTo } from '../project/task-answers.ts';

/** The task of a transfer whose tick asks the register for a record of its own. */
const requestTask = 'new_urn_and_record';

/** Whether the academy gets a number of its own: always by a conversion, by a transfer that has asked for it. */
export function asksForAcademyUrn(project: Pick<CompleteProject, 'kind' | 'tasks'>): boolean {
  const { notApplicable, answers } = answersTo(project, requestTask);
  return project.kind === 'conversion' || (!notApplicable && answers['complete'] === true);
}

/** What is said of the number of an academy, and what is known of it. */
export interface EnterAcademyUrn extends CommandContext {
  /** Null takes out a number that was entered by mistake. */
  readonly urn: string | null;
  /** The register has it and does not show it to the public yet. */
  readonly notYetPublic: boolean;
  /** The register's record under that URN. */
  readonly academy: Establishment | undefined;
  /** Another project whose academy has it. */
  readonly usedBy: string | undefined;
}

/** Enters the URN of the new academy, also after completion (docs/domain/complete.md, "Academy URN"). */
export function enterAcademyUrn(
  project: CompleteProject,
  { urn, notYetPublic, academy, usedBy, by }: EnterAcademyUrn,
): CommandResult<CompleteProject> {
  if (project.state !== 'active' && project.state !== 'completed')
    return refused('An academy URN is entered after the handover, and not when the order was revoked');
  if (urn === null) return changeProject(project, { academyUrn: null }, by);
  if (!asksForAcademyUrn(project)) return refused('This transfer has not asked for a new record');
  const why = whyNot();
  return why ? refused(why, 'urn') : changeProject(project, { academyUrn: urn }, by);

  function whyNot(): string | undefined {
    if (!Urn.safeParse(urn).success) return 'Enter a URN: six digits';
    if (urn === project.urn) return 'This is the URN that the school has now. Enter the one of the new academy';
    if (usedBy) return `Another project has this academy URN: ${usedBy}`;
    if (!academy && !notYetPublic) return 'The register has no such URN. Check it, or tick that it is not public yet';
    if (academy && !isAcademy(academy))
      return `${academy.name} is no academy: its type in the register is ${academy.type.name ?? 'unknown'}`;
    return undefined;
  }
}
