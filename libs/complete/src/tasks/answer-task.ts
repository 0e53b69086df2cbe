import {
  changed,
  type CommandContext,
  type CommandResult,
  type CompleteProject,
  type IsoDate,
  type Problem,
  refused,
  type TaskAnswers,
} from '@academies/contracts';
import { changeProject } from '../project/change-project.ts';
import { answersTo } from '../project/task-answers.ts';
import { taskNamed } from './task-list.ts';
import { isFilled } from './task-status.ts';
import type { Task } from './task/task.ts';

/** Answers to one task, from its page or from an import. What is not named stays; null empties a field. */
export interface AnswerTask extends CommandContext {
  readonly task: string;
  readonly answers?: TaskAnswers['answers'];
  readonly notApplicable?: boolean;
  /** What the task waits for; null ends the wait, undefined leaves it as it is. */
  readonly waitingFor?: string | null;
}

/** Why a task cannot be saved now, or nothing (docs/domain/complete.md, "States"). */
export const whyNoAnswer = ({ state }: Pick<CompleteProject, 'state'>, task: Task): string | undefined =>
  state === 'active' || (state === 'completed' && task.afterCompletion)
    ? undefined
    : 'The project is not active, so it cannot be changed';

/** Saves answers to a task, each as its field accepts it; a field with a command is saved by that. */
export function answerTask(
  project: CompleteProject,
  { task: name, answers = {}, notApplicable, waitingFor, ...context }: AnswerTask,
): CommandResult<CompleteProject> {
  const task = taskNamed(project.kind, name);
  if (!task) return refused(`A ${project.kind} has no task ${name}`);
  const why = whyNoAnswer(project, task);
  if (why) return refused(why);
  if (notApplicable && !task.optional) return refused('This task always applies', 'notApplicable');
  const problems = Object.entries(answers).flatMap(([field, answer]): Problem[] =>
    task.fields[field]?.accepts(answer, context.today) ? [] : [{ field, message: 'This answer does not fit' }],
  );
  if (problems.length > 0) return { problems };
  const { command } = task;
  const { [command?.field ?? '']: commanded, ...plain } = answers;
  const done =
    command && commanded !== undefined && commanded !== command.shown(project)
      ? command.save(project, commanded, context)
      : changed(project);
  if (done.problems) return done;
  const known = done.state.tasks;
  const after = {
    ...answered(done.state, task, { answers: plain, notApplicable }),
    ...(!notApplicable && wait(done.state, name, { whom: waitingFor, since: context.today })),
  };
  const isTouched = name in known || after.notApplicable || after.waitingFor || Object.keys(after.answers).length > 0;
  const { state, events } = changeProject(
    done.state,
    isTouched ? { tasks: { ...known, [name]: after } } : {},
    context.by,
  );
  return changed(state, ...done.events, ...events);
}

/** What a task waits for, and since when: a wait that goes on keeps its day. */
function wait(
  project: CompleteProject,
  name: string,
  { whom, since }: { whom: string | null | undefined; since: IsoDate },
): Pick<TaskAnswers, 'waitingFor'> {
  const { waitingFor } = answersTo(project, name);
  if (whom === null) return {};
  return whom === undefined || whom === waitingFor?.whom
    ? { ...(waitingFor && { waitingFor }) }
    : { waitingFor: { whom, since } };
}

/** The answers with the new ones. What was empty and stays so is not kept; set aside, a task is cleared. */
function answered(
  project: CompleteProject,
  { name, fields, keepsAnswers }: Task,
  { answers, notApplicable }: Pick<AnswerTask, 'answers' | 'notApplicable'>,
): TaskAnswers {
  const before = answersTo(project, name);
  if (notApplicable && !keepsAnswers) return { notApplicable, answers: {} };
  const told = Object.entries(answers ?? {}).filter(([field, answer]) => {
    const known = before.answers[field];
    return (known !== undefined && known !== null) || isFilled(fields[field] as never, field, answer);
  });
  return {
    notApplicable: notApplicable ?? before.notApplicable,
    answers: { ...before.answers, ...Object.fromEntries(told) },
  };
}
