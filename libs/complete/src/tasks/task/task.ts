import type { CommandContext, CommandResult, CompleteProject, TaskAnswers } from '@academies/contracts';
import { type Fields, form, type FormTable, text, tick } from '@academies/forms';

/** An answer to one field as it is kept and published. */
export type TaskAnswer = TaskAnswers['answers'][string];

/** The part of a project that tasks look at. */
export type Tasked = Pick<CompleteProject, 'tasks' | 'keyContacts'>;

/** Saves the one field of a task that is no plain answer: a confirmed date, a chosen contact. */
export interface TaskCommand {
  readonly field: string;
  /** What the project says of it now; null while nothing. */
  readonly shown: (project: Tasked) => TaskAnswer;
  readonly save: (
    project: CompleteProject,
    answer: TaskAnswer,
    context: CommandContext,
  ) => CommandResult<CompleteProject>;
}

/** What an entry of a table says about its task. */
export interface TaskEntry {
  readonly title: string;
  /** What to do, and where documents go. */
  readonly guidance?: string;
  /** An optional task can be set aside as not applicable. */
  readonly optional?: true;
  /** Each may be left open; names and values are those of the events (docs/domain/tasks.csv). */
  readonly fields: Fields;
  readonly command?: TaskCommand;
  /** Set aside, it keeps what was answered before; others are cleared. */
  readonly keepsAnswers?: true;
  /** May still be saved when the project is completed. */
  readonly afterCompletion?: true;
}

/** One task of a task list: a form (docs/domain/complete.md, "Tasks"). */
export interface Task extends TaskEntry {
  readonly name: string;
  readonly section: string;
  /** Its page: the fields, what it waits for, and where the task is optional the box that sets it aside. */
  readonly form: FormTable<Fields>;
}

type Unplaced = Omit<Task, 'section'>;

const setAside = ({ keepsAnswers }: TaskEntry) =>
  tick({
    label: 'This task does not apply to this project',
    ...(!keepsAnswers && { hint: 'This clears the answers below.' }),
  });

/** The field of a task's form that says whom it waits for; it is no answer to the task. */
export const waitingForField = 'waiting_for';
const waitingFor = text({
  label: 'Who or what is this task waiting for?',
  hint: 'If it waits for something, for example the diocese. Empty this when the wait is over.',
});

/** Declares a task: `task('academy_name', { title: 'Confirm the academy name', fields: { name: text({…}) } })`. */
export const task = (name: string, entry: TaskEntry): Unplaced => ({
  name,
  ...entry,
  form: form({
    fields: {
      ...(entry.optional && { notApplicable: setAside(entry) }),
      ...entry.fields,
      [waitingForField]: waitingFor,
    },
    button: 'Save and return',
  }),
});

/** Tasks under one heading. */
export const section = (title: string, tasks: readonly Unplaced[]): Task[] =>
  tasks.map((one) => ({ ...one, section: title }));

/** Boxes to tick, one a step: `steps({ received: 'Received' })`. */
export const steps = (labels: Readonly<Record<string, string>>): Fields =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, tick({ label })]));

const documentSteps = {
  received: 'Received',
  cleared: 'Cleared',
  signed: 'Signed by the school or trust',
  signed_diocese: 'Signed by the diocese',
  signed_incoming_trust: 'Signed by the incoming trust',
  signed_outgoing_trust: 'Signed by the outgoing trust',
  saved: "Saved in the school's SharePoint folder",
  sent: 'Sent to the team that signs for the Secretary of State',
  signed_secretary_of_state: 'Signed for the Secretary of State',
  saved_after_sign: "Saved in the school's SharePoint folder once it was signed",
} as const;

/** The usual steps of a legal document, in the order given: `documentIs('received', 'cleared')`. */
export const documentIs = (...names: (keyof typeof documentSteps)[]): Fields =>
  steps(Object.fromEntries(names.map((name) => [name, documentSteps[name]])));
