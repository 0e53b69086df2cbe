import { type HandoverState, handoverStates, regions } from '@academies/contracts';
import type { ListedProject } from './list-projects.ts';
import { handoverTags, statusTags, type Tag } from './tags.table.ts';

/** A line of a list in words. */
export function lineOf({ id, state, academies, incomingTrust, outgoingTrust }: ListedProject) {
  const [first] = academies;
  const others = academies.length - 1;
  const unique = (values: readonly (string | null | undefined)[]) => [...new Set(values.filter(Boolean))].join(', ');
  return {
    id,
    name:
      (first?.name ?? `URN ${first?.urn}`) + (others > 0 ? ` and ${others} ${others === 1 ? 'other' : 'others'}` : ''),
    urns: academies.map(({ urn }) => urn).join(', '),
    route: state.route,
    formingAMat: state.formingAMat,
    incomingTrust: incomingTrust ?? null,
    outgoingTrust,
    places: unique(academies.map(({ authority }) => authority)),
    regions: unique(academies.map(({ region }) => region && regions.say(region))),
    assignedTo: state.assignedTo?.name ?? null,
    decisionDate: state.decision?.date ?? state.proposedDecisionDate,
    decided: state.decision !== null,
    proposedDate: state.proposedDate,
    status: statusTags[state.status],
    handover: statesOf(academies.map(({ handover }) => handover)),
  };
}

/** The states of a project's academies, each once with how many are in it. */
function statesOf(states: readonly HandoverState[]): { tag: Tag; count: number }[] {
  return handoverStates.names
    .map((name) => ({ tag: handoverTags[name], count: states.filter((state) => state === name).length }))
    .filter(({ count }) => count > 0);
}
