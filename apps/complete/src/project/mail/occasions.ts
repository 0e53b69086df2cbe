import { isAssignedTo } from '@academies/complete';
import type { CommandContext, CompleteProject, Person, Team } from '@academies/contracts';

/** Somebody has to be told of a change: the person who got the project, or the leaders of the team that did. */
export type Occasion = CommandContext & { readonly project: CompleteProject } & (
    { readonly sort: 'assigned'; readonly to: Person } | { readonly sort: 'handed_over'; readonly to: Team }
  );

/** Whom a change of a project concerns (docs/domain/complete-pages.md, "E-mails"). */
export function occasionOf(
  before: CompleteProject,
  project: CompleteProject,
  context: CommandContext,
): Occasion | undefined {
  const { state, assignedTo, team } = project;
  if (state !== 'active') return undefined;
  if (assignedTo)
    return isAssignedTo(before, assignedTo) ? undefined : { sort: 'assigned', project, to: assignedTo, ...context };
  const cameToTeam = before.state === 'inactive' || before.team !== team;
  return team && cameToTeam ? { sort: 'handed_over', project, to: team, ...context } : undefined;
}
