import {
  answerInWords,
  answersTo,
  questionOf,
  type Task,
  type TaskStatus,
  taskList,
  taskStatuses,
} from '@academies/complete';
import type { CompleteProject, TaskAnswers } from '@academies/contracts';

const colours: Readonly<Record<TaskStatus, string>> = {
  not_started: 'blue',
  in_progress: 'light-blue',
  completed: '',
  not_applicable: 'grey',
};

/** The task list as its template draws it: the status in words, the colour beside them, and what a task waits for. */
export const taskSections = (project: CompleteProject) =>
  taskList(project).map(({ title, tasks }) => ({
    title,
    tasks: tasks.map(({ name, title: task, status }) => ({
      name,
      title: task,
      status: { text: taskStatuses.say(status), colour: colours[status] },
      waitingFor: status === 'completed' ? undefined : answersTo(project, name).waitingFor,
    })),
  }));

/** How much of the work that applies to a project is done. */
export function progressOf(project: CompleteProject): { done: number; of: number } {
  const applying = taskList(project)
    .flatMap(({ tasks }) => tasks)
    .filter(({ status }) => status !== 'not_applicable');
  return { done: applying.filter(({ status }) => status === 'completed').length, of: applying.length };
}

/** What was answered, for those who may not save the task; open questions say so. */
export const answersInWords = (
  task: Task,
  values: TaskAnswers['answers'],
  contacts: CompleteProject['contacts'],
): { key: string; value: string; isDate: boolean }[] =>
  Object.keys(task.fields).map((name) => {
    const value = answerInWords(task, name, values[name], contacts) ?? 'Not answered yet';
    return { key: questionOf(task, name), value, isDate: /^\d{4}-\d\d-\d\d$/.test(value) };
  });
