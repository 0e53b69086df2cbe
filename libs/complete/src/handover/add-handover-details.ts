import {
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  HandoverDetailsAdded,
  type Person,
  type Problem,
  refused,
  type Region,
  regions,
} from '@academies/contracts';
import { changedBy } from '../project/change-project.ts';
import { answersTo } from '../project/task-answers.ts';
import { foldersOf, type SharePoint, wrongLinks } from './share-point.ts';

/** What a regional delivery officer tells when taking a project over. */
export interface HandoverDetails extends CommandContext {
  /** Will Regional Casework Services run it? */
  readonly withCasework: boolean;
  readonly comments: string | null;
  readonly sharePoint: SharePoint;
  readonly twoRequiresImprovement: boolean;
  /** The region that runs it otherwise, and who in it; service support chooses both. */
  readonly region: Region | null;
  readonly assignTo: Person | null;
  /** The region of who takes it over, where there is one, and whether a project of another one is really meant. */
  readonly takesOver: { readonly from: Region | null; readonly otherRegionAgreed: boolean };
  /** Hosts that a SharePoint link may have, from the settings. */
  readonly sharePointHosts: readonly string[];
}

/** Completes the handover: the project is active, with casework or in a region (docs/domain/handover.md, "After creation"). */
export function addHandoverDetails(project: CompleteProject, details: HandoverDetails): CommandResult<CompleteProject> {
  if (project.state !== 'inactive') return refused('Handover details have been added to this project already');
  const problems = problemsOf(project, details);
  if (problems.length > 0) return { problems };
  const active: CompleteProject = {
    ...project,
    state: 'active',
    twoRequiresImprovement: details.twoRequiresImprovement,
    sharePoint: keptLinks(project, details.sharePoint),
    ...(details.withCasework
      ? { team: 'regional_casework_services', assignedTo: null }
      : { team: details.region, assignedTo: details.assignTo }),
    tasks: startingTasks(project),
  };
  return changedBy(HandoverDetailsAdded, { project: active, comments: details.comments, by: details.by });
}

/** Everything that is wrong with the details. */
export function problemsOf(project: CompleteProject, details: Omit<HandoverDetails, keyof CommandContext>): Problem[] {
  const { withCasework, comments, sharePoint, sharePointHosts, region, assignTo, takesOver } = details;
  return [
    ...(withCasework && !comments
      ? [{ field: 'comments', message: 'Enter comments for Regional Casework Services' }]
      : []),
    ...wrongLinks(project.kind, sharePoint, sharePointHosts),
    ...(withCasework || region ? [] : [{ field: 'region', message: 'Choose the region that runs the project' }]),
    ...(withCasework || assignTo ? [] : [{ field: 'assignTo', message: 'Choose the person who runs the project' }]),
    ...(isOfOtherRegion(project, takesOver.from) && !takesOver.otherRegionAgreed
      ? [
          {
            field: 'takesOver',
            message: `Tick that you take over a project of ${regions.say(project.region as Region)}`,
          },
        ]
      : []),
  ];
}

/** Whether a project is in another region than who takes it over works in. */
export const isOfOtherRegion = ({ region }: CompleteProject, own: Region | null): boolean =>
  own !== null && region !== null && region !== own;

const keptLinks = ({ kind, sharePoint }: CompleteProject, given: SharePoint): SharePoint => ({
  ...sharePoint,
  ...Object.fromEntries(foldersOf(kind).map((folder) => [folder, given[folder]])),
});

/** A voluntary conversion gets no sponsored grant, so that task starts as not applicable. */
const startingTasks = (project: CompleteProject): CompleteProject['tasks'] =>
  project.kind === 'conversion' && project.directiveAcademyOrder === false
    ? {
        ...project.tasks,
        sponsored_support_grant: { ...answersTo(project, 'sponsored_support_grant'), notApplicable: true },
      }
    : project.tasks;
