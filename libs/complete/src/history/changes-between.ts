import {
  type CompleteProject,
  completeStates,
  type Contact,
  contactCategories,
  dateReasons,
  teams,
  vocabulary,
} from '@academies/contracts';
import { answerInWords, questionOf } from '../tasks/answer-in-words.ts';
import { tasksOf } from '../tasks/task-list.ts';
import { valuesOf } from '../tasks/task-status.ts';

/** What a line of the history is about; the page can be narrowed to one of them. */
export const historyKinds = vocabulary({
  state: 'State',
  dates: 'Dates',
  tasks: 'Tasks',
  contacts: 'Contacts',
  notes: 'Notes',
  people: 'People',
  about: 'About the project',
});
export type HistoryKind = (typeof historyKinds.names)[number];

/** One change in words: what it is, and what was said of it before and after; null is nothing. */
export interface HistoryChange {
  readonly kind: HistoryKind;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Says = (project: CompleteProject) => string | null;
interface Line {
  readonly kind: HistoryKind;
  readonly what: string;
  readonly says: Says;
}

const line = (kind: HistoryKind, what: string, says: Says): Line => ({ kind, what, says });
const yesNo = (answer: boolean | null): string | null => (answer === null ? null : answer ? 'Yes' : 'No');
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
  line('about', 'Group', ({ group }) => group),
  line('about', 'Two requires improvement (2RI)', ({ twoRequiresImprovement }) => yesNo(twoRequiresImprovement)),
  line('about', 'SharePoint link of the school or academy', ({ sharePoint }) => sharePoint.school),
  line('about', 'SharePoint link of the incoming trust', ({ sharePoint }) => sharePoint.incomingTrust),
  line('about', 'SharePoint link of the outgoing trust', ({ sharePoint }) => sharePoint.outgoingTrust),
];

const taskLines = ({ kind }: CompleteProject): Line[] =>
  tasksOf[kind].flatMap((task) => [
    line('tasks', `${task.title}: not applicable`, ({ tasks }) => (tasks[task.name]?.notApplicable ? 'Yes' : null)),
    line('tasks', `${task.title}: waiting for`, ({ tasks }) => tasks[task.name]?.waitingFor?.whom ?? null),
    ...Object.keys(task.fields).map((name) =>
      line('tasks', `${task.title}: ${questionOf(task, name)}`, (project) =>
        answerInWords(task, name, valuesOf(project, task)[name], project.contacts),
      ),
    ),
  ]);

const contactFacts: readonly [what: string, says: (contact: Contact) => string | null][] = [
  ['name', ({ name }) => name],
  ['role', ({ role }) => role],
  [
    'organisation',
    ({ category, organisation }) => [contactCategories.say(category), organisation].filter(Boolean).join(', '),
  ],
  ['email', ({ email }) => email],
  ['phone', ({ phone }) => phone],
  ['primary contact', ({ primary }) => (primary ? 'Yes' : 'No')],
];

/** A contact that was changed says which of its facts; one that came or went, all of them in one line. */
const contactLines = (before: CompleteProject, after: CompleteProject): Line[] => {
  const of = ({ contacts }: CompleteProject, id: string) => contacts.find((one) => one.id === id);
  const ids = new Set([...before.contacts, ...after.contacts].map(({ id }) => id));
  return [...ids].flatMap((id) => {
    const [was, is] = [of(before, id), of(after, id)];
    const name = `Contact ${(is ?? was)?.name}`;
    if (was && is)
      return contactFacts.map(([what, says]) =>
        line('contacts', `${name}: ${what}`, (project) => says(of(project, id) as Contact)),
      );
    return line('contacts', name, (project) => {
      const contact = of(project, id);
      return contact
        ? contactFacts
            .slice(0, -1)
            .flatMap(([, says]) => says(contact) ?? [])
            .join(', ')
        : null;
    });
  });
};

/** What changed from one state of a project to the next, in words, in the order of the pages (docs/domain/complete-pages.md, "A project"). */
export const changesBetween = (before: CompleteProject, after: CompleteProject): HistoryChange[] =>
  [...facts, ...taskLines(after), ...contactLines(before, after)].flatMap(({ says, ...what }) => {
    const change = { ...what, before: says(before), after: says(after) };
    return change.before === change.after ? [] : [change];
  });
