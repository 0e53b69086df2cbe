import {
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  GroupReference,
  refused,
  type Trust,
  Ukprn,
} from '@academies/contracts';
import { foldersOf, type SharePoint, wrongLinks } from '../handover/share-point.ts';
import { changeProject, refusedUnlessActive } from '../project/change-project.ts';

type Result = CommandResult<CompleteProject>;

/** Corrects the links to the folders of a project. `sharePointHosts` are those of the settings. */
export function changeSharePoint(
  project: CompleteProject,
  { sharePoint, sharePointHosts, by }: CommandContext & { sharePoint: SharePoint; sharePointHosts: readonly string[] },
): Result {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  const problems = wrongLinks(project.kind, sharePoint, sharePointHosts);
  if (problems.length > 0) return { problems };
  const links = Object.fromEntries(foldersOf(project.kind).map((folder) => [folder, sharePoint[folder]]));
  return changeProject(project, { sharePoint: { ...project.sharePoint, ...links } }, by);
}

/** Corrects whether two judgements of requires improvement in a row are why the project is. */
export const changeTwoRequiresImprovement = (
  project: CompleteProject,
  { answer, by }: CommandContext & { answer: boolean },
): Result => refusedUnlessActive(project) ?? changeProject(project, { twoRequiresImprovement: answer }, by);

/** Puts a project into a group of its trust, or takes it out of one (docs/domain/handover.md, "Rules, checked twice by the same code"). */
export function changeGroup(
  project: CompleteProject,
  { group, trustsInGroup, by }: CommandContext & { group: string | null; trustsInGroup: readonly (string | null)[] },
): Result {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  if (group !== null && !GroupReference.safeParse(group).success)
    return refused('Enter a group as GRP_ and eight digits', 'group');
  const { ukprn } = project.incomingTrust;
  if (group !== null && trustsInGroup.some((other) => other !== ukprn))
    return refused('The projects of this group have another incoming trust', 'group');
  return changeProject(project, { group }, by);
}

/**
 * Enters the UKPRN of a trust that the project forms, as soon as the register has it (docs/domain/complete.md, "About the
 * project"). `trust` is the register's record under that UKPRN.
 */
export function enterTrustUkprn(
  project: CompleteProject,
  { ukprn, trust, by }: CommandContext & { ukprn: string; trust: Trust | undefined },
): Result {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  const { trn } = project.incomingTrust;
  if (!project.formingAMat) return refused('Only a trust that the project forms gets its UKPRN here', 'ukprn');
  if (!Ukprn.safeParse(ukprn).success) return refused('Enter a UKPRN: eight digits that begin with 1', 'ukprn');
  if (!trust) return refused('The register has no trust with this UKPRN yet', 'ukprn');
  if (trn !== null && trust.trn !== null && trust.trn !== trn)
    return refused(`This is the UKPRN of ${trust.name} (${trust.trn}), and the project forms ${trn}`, 'ukprn');
  if (ukprn === project.outgoingTrustUkprn) return refused('This is the outgoing trust', 'ukprn');
  return changeProject(project, { incomingTrust: { ...project.incomingTrust, ukprn } }, by);
}
