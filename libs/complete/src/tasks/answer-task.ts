import { type CompleteProject, type Problem, refused, type TaskAnswers, type Verdict } from '@academies/contracts';
import { changeProject, refusedUnlessActive } from '../projects/change-project.ts';
import type { Occasion } from '../projects/occasion.ts';
import { answersTo, taskNamed } from './task-list.ts';

/** Answers to one task. What is not named stays; null empties a field. */
export interface TaskAnswer extends Occasion {
  readonly task: string;
  readonly answers?: TaskAnswers['answers'];
  readonly notApplicable?: boolean;
}

/** Saves answers to a task, each as its field in the table allows (domain/complete.md, "Tasks"). */
export function answerTask(
  project: CompleteProject,
  { task: name, answers = {}, notApplicable, by }: TaskAnswer,
): Verdict {
  const notNow = refusedUnlessActive(project);
  if (notNow) return notNow;
  const task = taskNamed(project.kind, name);
  if (!task) return refused(`A ${project.kind} has no task ${name}`);
  if (notApplicable && !task.optional) return refused('This task always applies', 'notApplicable');
  const problems = Object.entries(answers).flatMap(([field, answer]): Problem[] =>
    answer === null || task.fields[field]?.fits(answer) ? [] : [{ field, message: 'This answer does not fit' }],
  );
  if (problems.length > 0) return { problems };
  const before = answersTo(project, name);
  const after = {
    notApplicable: notApplicable ?? before.notApplicable,
    answers: { ...before.answers, ...answers },
  };
  return changeProject(project, { tasks: { ...project.tasks, [name]: after } }, by);
}
