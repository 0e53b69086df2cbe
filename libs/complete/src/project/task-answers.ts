import type { CompleteProject, TaskAnswers } from '@academies/contracts';

/** What was answered to a task; one that nobody touched is not kept, so that a new task needs no change of old projects. */
export const answersTo = (project: Pick<CompleteProject, 'tasks'>, task: string): TaskAnswers =>
  project.tasks[task] ?? { notApplicable: false, answers: {} };
