import { type CompleteProject, type Contact, contactCategories } from '@academies/contracts';
import { answerInWords, questionOf } from '../tasks/answer-in-words.ts';
import { tasksOf } from '../tasks/task-list.ts';
import { valuesOf } from '../tasks/task-status.ts';
import { differences, factChanges, line } from './fact-changes.ts';
import type { HistoryChange, Line } from './history-line.ts';

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
export const changesBetween = (before: CompleteProject, after: CompleteProject): HistoryChange[] => [
  ...factChanges(before, after),
  ...differences([...taskLines(after), ...contactLines(before, after)], before, after),
];
