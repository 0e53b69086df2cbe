import { keyContacts } from '@academies/contracts';
import { anActiveProject, answered, aTransferProject, given, occasion } from '../examples.spec.ts';
import { answerTask } from './answer-task.ts';
import { conversionTasks } from './conversion-tasks.table.ts';
import { taskNamed, taskList, tasksOf } from './task-list.ts';
import { taskStatus } from './task-status.ts';
import type { Task } from './task.ts';
import { transferTasks } from './transfer-tasks.table.ts';

const rpa = taskNamed('conversion', 'risk_protection_arrangement') as Task;
const plan = (answers: Parameters<typeof answered>[0]) =>
  taskStatus(anActiveProject({ tasks: { risk_protection_arrangement: answered(answers) } }), rpa);

describe('The task lists', () => {
  it('have every task of domain/tasks.csv', () =>
    expect([conversionTasks.length, transferTasks.length]).toEqual([40, 28]));
  it.each(['conversion', 'transfer'] as const)('name each task of a %s once', (kind) =>
    expect(new Set(tasksOf[kind].map(({ name }) => name)).size).toBe(tasksOf[kind].length),
  );
  it.each(['conversion', 'transfer'] as const)('name contacts that a %s can have', (kind) =>
    expect(
      tasksOf[kind].flatMap(({ fields }) =>
        Object.entries(fields).flatMap(([name, { kind: of }]) => (of === 'contact' ? [name] : [])),
      ),
    ).toEqual(expect.arrayContaining(keyContacts.names.filter((name) => taskNamed(kind, name)))),
  );
  it('are shown by section, in order', () =>
    expect(taskList(aTransferProject()).map(({ title }) => title)).toEqual([
      'Project kick-off',
      'Clear and sign legal documents',
      'Get ready to transfer',
      'After transfer',
    ]));
});

describe('The status of a task', () => {
  it('is not started while nothing is filled', () => expect(plan({})).toBe('not_started'));
  it('is completed when every field that is asked is filled', () =>
    expect(plan({ option: 'standard' })).toBe('completed'));
  it('is in progress when one that is asked is missing', () =>
    expect(plan({ option: 'commercial' })).toBe('in_progress'));
  it('counts a box that is not ticked as empty, and no as an answer', () => {
    const conditions = taskNamed('conversion', 'all_conditions_met') as Task;
    expect(
      taskStatus(anActiveProject({ tasks: { all_conditions_met: answered({ confirmed: false }) } }), conditions),
    ).toBe('not_started');
    const bank = taskNamed('transfer', 'bank_details') as Task;
    expect(taskStatus(aTransferProject({ tasks: { bank_details: answered({ changing: false }) } }), bank)).toBe(
      'completed',
    );
  });
  it('is not applicable only where the task is optional', () => {
    const grant = taskNamed('conversion', 'sponsored_support_grant') as Task;
    const notApplicable = { notApplicable: true, answers: {} };
    expect(taskStatus(anActiveProject({ tasks: { sponsored_support_grant: notApplicable } }), grant)).toBe(
      'not_applicable',
    );
    expect(taskStatus(anActiveProject({ tasks: { risk_protection_arrangement: notApplicable } }), rpa)).toBe(
      'not_started',
    );
  });
  it('of a contact is completed when the project names one', () =>
    expect(
      taskStatus(
        anActiveProject({ keyContacts: { headteacher: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11' } }),
        taskNamed('conversion', 'headteacher') as Task,
      ),
    ).toBe('completed'));
});

describe('Answering a task', () => {
  const answer = (answers: object, more: object = {}) => ({
    ...occasion,
    task: 'risk_protection_arrangement',
    answers: answers as never,
    ...more,
  });
  it('keeps what was answered before', () =>
    given(anActiveProject({ tasks: { risk_protection_arrangement: answered({ option: 'commercial' }) } }))
      .when(answerTask, answer({ reason: 'A boat' }))
      .thenEvent({
        project: { tasks: { risk_protection_arrangement: answered({ option: 'commercial', reason: 'A boat' }) } },
        changed: ['tasks'],
      }));
  it.each([{ option: 'whatever' }, { other: 'field' }, { reason: 7 }])('refuses what does not fit: %o', (answers) =>
    given(anActiveProject()).when(answerTask, answer(answers)).thenRefused(),
  );
  it('refuses to set a task aside that always applies', () =>
    given(anActiveProject())
      .when(answerTask, answer({}, { notApplicable: true }))
      .thenRefused('notApplicable'));
  it('refuses a task of the other kind', () =>
    given(anActiveProject())
      .when(answerTask, { ...occasion, task: 'form_m' })
      .thenRefused());
});
