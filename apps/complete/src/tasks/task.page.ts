import {
  answersTo,
  answerTask,
  HistoryRow,
  isContact,
  isFilled,
  maySaveTasks,
  saveContact,
  type Task,
  taskNamed,
  tasksOf,
  valuesOf,
  waitingForField,
  whyNoAnswer,
} from '@academies/complete';
import {
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  ForbiddenError,
  refused,
  NotFoundError,
  type TaskAnswers,
} from '@academies/contracts';
import { FormErrors, type Option, typedIn } from '@academies/forms';
import { Clock, Needs, page, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Body, Controller, Get, Module, Param, Post } from '@nestjs/common';
import { nameOf } from '../project/about-project.ts';
import { type Director, directorAsContact, directorOf } from '../project/director.ts';
import { Projects } from '../project/projects.ts';
import { answersInWords } from './tasks-in-words.ts';

/** Every task of both lists: the form of its table, or what was answered for those who may not save it. */
@Controller('projects/:project/tasks/:task')
@Needs('read-complete')
export class TaskPage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('project') id: string, @Param('task') name: string, @SignedIn() user: SignedInUser) {
    const about = await this.projects.about(id, user);
    const { project } = about;
    const task = taskOf(project, name);
    const director = name === 'main_contact' ? await directorOf(this.projects.em, about) : null;
    const contacts = choicesOf(project, director);
    const { title, guidance, section } = task;
    return page('tasks/task', {
      project: { id, name: nameOf(about), kind: project.kind },
      task: { name, title, guidance, section, asksForContact: asksForContact(task), hasContacts: contacts.length > 0 },
      waitingFor: answersTo(project, name).waitingFor,
      confirmed:
        task.command?.field === 'confirmed_date' && project.dateConfirmed ? project.significantDate : undefined,
      maySave: maySaveTasks(about, user) && !whyNoAnswer(project, task),
      rows: answersInWords(task, known(project, task), project.contacts),
      ...neighboursOf(task, project),
      ...task.form.filledWith(known(project, task), { offer: offerOf(task, contacts) }),
    });
  }

  @Post()
  @Needs('save-task')
  async save(
    @Param('project') id: string,
    @Param('task') name: string,
    @Body() body: unknown,
    @Shown() shown: string | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const about = await this.projects.about(id);
    const { project } = about;
    const task = taskOf(project, name);
    if (!maySaveTasks(about, user)) throw new ForbiddenError('COMPLETE.NOT_ASSIGNED', forWhom);
    const today = this.clock.today();
    if (answersBesideTick({ project, task, body, shown, today }))
      throw task.form.withProblems([{ field: 'notApplicable', message: takeTickAway }]);
    const read = task.form.parse(whatCounts(task, body), { today });
    if ('errors' in read) throw new FormErrors(task.form, read.errors, read.typed);
    const director = name === 'main_contact' ? await directorOf(this.projects.em, about) : null;
    let isDone = false;
    let isAnswered = false;
    const problems = await this.projects.change({
      id,
      user,
      facts: (em) => lastSaved(em, id, task),
      rule: (present, context, last) => {
        if (!maySaveTasks({ ...about, project: present }, user)) return refused(forWhom);
        const faster = () => last && { name: last.byName, at: last.at.toISOString() };
        const settled = task.form.settled({ shown, stored: known(present, task), answer: read.ok, faster });
        const { notApplicable, [waitingForField]: waitingFor, ...answers } = settled as TaskAnswers['answers'];
        const result = withDirector(present, { context, director, chosen: answers[name] }, (found) =>
          answerTask(found, {
            ...context,
            task: name,
            answers,
            notApplicable: notApplicable === true,
            waitingFor: typeof waitingFor === 'string' ? waitingFor : null,
          }),
        );
        isDone = result.events !== undefined && result.events.length > 0;
        isAnswered = Object.entries(task.fields).some(([field, one]) => isFilled(one, field, answers[field]));
        return result;
      },
    });
    if (problems) throw task.form.withProblems(problems);
    const there = redirect(`/projects/${id}`);
    if (isDone) return there.saying(`Task saved: ${task.title}`);
    return there.telling(isAnswered ? `${task.title}: saved already, as you see it` : `Nothing to save: ${task.title}`);
  }
}

const forWhom = 'Only the assigned person and service support save tasks';

/** Of a task that is set aside the rest is cleared, so that nothing in it can be wrong. */
function whatCounts({ optional, keepsAnswers }: Task, body: unknown): unknown {
  const { notApplicable } = typedIn(body);
  return optional && !keepsAnswers && notApplicable === 'yes' ? { notApplicable } : body;
}

const takeTickAway = 'Take this tick away to save what you entered, or leave everything else empty';

/** Whether somebody answers a task that their page showed as set aside, and leaves the tick: the answers would be lost. */
function answersBesideTick({ project, task, body, shown, today }: SentAnswers): boolean {
  const { notApplicable, ...others } = typedIn(body);
  const wasSetAside = answersTo(project, task.name).notApplicable && shown === task.form.shown(known(project, task));
  if (notApplicable !== 'yes' || !wasSetAside || task.keepsAnswers) return false;
  const read = task.form.parse(others, { today });
  return 'errors' in read || Object.entries(task.fields).some(([name, field]) => isFilled(field, name, read.ok[name]));
}
interface SentAnswers {
  readonly project: CompleteProject;
  readonly task: Task;
  readonly body: unknown;
  readonly shown: string | undefined;
  readonly today: string;
}

function taskOf({ kind }: CompleteProject, name: string): Task {
  const task = taskNamed(kind, name);
  if (!task) throw new NotFoundError('COMPLETE.NO_TASK', `There is no such task of a ${kind}`);
  return task;
}

/** The last line of the history about a task: who saved it, and when. */
const lastSaved = (em: EntityManager, projectId: string, { title }: Task): Promise<LastSaved> =>
  em
    .find(HistoryRow, { projectId, what: { $like: `${title}: %` } }, { orderBy: { id: 'desc' }, limit: 1 })
    .then(([last]) => last);
type LastSaved = { readonly byName: string; readonly at: Date } | undefined;

/** What is in the form of a task now. */
function known(project: CompleteProject, task: Task) {
  const { notApplicable, waitingFor } = answersTo(project, task.name);
  return { ...valuesOf(project, task), notApplicable, [waitingForField]: waitingFor?.whom ?? null };
}

/** Whom a contact task offers: the project's contacts, and the director where no contact is that person yet. */
function choicesOf(project: CompleteProject, director: Director | null): Option[] {
  const known = director && directorAsContact(project, director);
  const all =
    known && !project.contacts.some(({ id }) => id === known.id) ? [...project.contacts, known] : project.contacts;
  return all.map(({ id, name, role }) => ({ value: id, text: name, hint: role }));
}

/** A director who is chosen becomes a contact of the project with the answer, in one commit. */
function withDirector(
  project: CompleteProject,
  { context, director, chosen }: { context: CommandContext; director: Director | null; chosen: unknown },
  answer: (project: CompleteProject) => CommandResult<CompleteProject>,
): CommandResult<CompleteProject> {
  const contact = director && directorAsContact(project, director);
  if (!contact || contact.id !== chosen || project.contacts.some(({ id }) => id === chosen)) return answer(project);
  const saved = saveContact(project, { ...context, contact });
  if (saved.problems) return saved;
  const answered = answer(saved.state);
  return answered.problems ? answered : { ...answered, events: [...saved.events, ...answered.events] };
}

/** The tasks before and after this one, in the order of the list. */
function neighboursOf({ name }: Task, { id, kind }: CompleteProject) {
  const tasks = tasksOf[kind];
  const place = tasks.findIndex((task) => task.name === name);
  const link = (task: Task | undefined) => task && { text: task.title, href: `/projects/${id}/tasks/${task.name}` };
  return { previous: link(tasks[place - 1]), next: link(tasks[place + 1]) };
}

const asksForContact = ({ fields }: Task): boolean => Object.keys(fields).some(isContact);

const offerOf = ({ fields }: Task, contacts: readonly Option[]) =>
  Object.fromEntries(Object.keys(fields).flatMap((name) => (isContact(name) ? [[name, contacts]] : [])));

/** The pages of tasks. */
@Module({ controllers: [TaskPage] })
export class TasksModule {}
