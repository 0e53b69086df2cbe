import { type CompleteProject, completeStates, dateReasons, teams, yesOrNoInWords } from '@academies/contracts';
import type { HistoryChange, HistoryKind, Line, Says } from './history-line.ts';

export const line = (kind: HistoryKind, what: string, says: Says): Line => ({ kind, what, says });

/** The lines that say otherwise of the state before than of the state after. */
export const differences = (lines: readonly Line[], before: CompleteProject, after: CompleteProject): HistoryChange[] =>
  lines.flatMap(({ says, ...what }) => {
    const change = { ...what, before: says(before), after: says(after) };
    return change.before === change.after ? [] : [change];
  });

const person = (one: CompleteProject['assignedTo']): string | null => one && `${one.name} (${one.email})`;

/** Every fact of a project that somebody can change, tasks and contacts apart. */
const facts: readonly Line[] = [
  line('state', 'State', ({ state }) => completeStates.say(state)),
  line('state', 'On hold', ({ onHold }) => onHold && `Since ${onHold.since}: ${onHold.reason}`),
  line('state', 'Completed on', ({ completedOn }) => completedOn),
  line('state', 'Order revoked on', ({ daoRevokedOn }) => daoRevokedOn),
  line('dates', 'Date', ({ significantDate, dateConfirmed, dateHistory }) => {
    const reasons =
      dateHistory.at(-1)?.reasons.map(({ reason, detail }) => `${dateReasons.say(reason)}: ${detail}`) ?? [];
    return [significantDate.slice(0, 7) + (dateConfirmed ? ', confirmed' : ', provisional'), ...reasons].join('. ');
  }),
  line('dates', 'Academy order date', ({ academyOrderDate }) => academyOrderDate),
  line('people', 'Assigned to', ({ assignedTo }) => person(assignedTo)),
  line('people', 'Added by', ({ createdBy }) => person(createdBy)),
  line('people', 'Team', ({ team }) => team && teams.say(team)),
  line('about', 'Academy URN', ({ academyUrn }) => academyUrn),
  line('about', 'Incoming trust UKPRN', ({ incomingTrust }) => incomingTrust.ukprn),
  line('about', 'Outgoing trust UKPRN', ({ outgoingTrustUkprn }) => outgoingTrustUkprn),
  line('about', 'Why the trusts were corrected', ({ trustCorrections }) => trustCorrections.at(-1)?.reason ?? null),
  line('about', 'Group', ({ group }) => group),
  line('about', 'Two requires improvement (2RI)', ({ twoRequiresImprovement }) =>
    yesOrNoInWords(twoRequiresImprovement),
  ),
  line('about', 'SharePoint link of the school or academy', ({ sharePoint }) => sharePoint.school),
  line('about', 'SharePoint link of the incoming trust', ({ sharePoint }) => sharePoint.incomingTrust),
  line('about', 'SharePoint link of the outgoing trust', ({ sharePoint }) => sharePoint.outgoingTrust),
];

/** What changed in the facts of a project, tasks and contacts apart. */
export const factChanges = (before: CompleteProject, after: CompleteProject): HistoryChange[] =>
  differences(facts, before, after);
