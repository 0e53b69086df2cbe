import { type CompleteProject, keyContacts } from '@academies/contracts';
import { tasksTold } from '@academies/testing';
import { anActiveProject, anOfficer, answered, aTransferProject, given, context } from '../fixtures.spec.ts';
import { maySaveTasks } from '../project/may-manage.ts';
import { answerTask } from './answer-task.ts';
import { isContact } from './task/commands.ts';
import { taskNamed, taskList, tasksOf } from './task-list.ts';
import { taskStatus } from './task-status.ts';
import type { Task } from './task/task.ts';

const rpa = taskNamed('conversion', 'risk_protection_arrangement') as Task;
const plan = (answers: Parameters<typeof answered>[0]) =>
  taskStatus(anActiveProject({ tasks: { risk_protection_arrangement: answered(answers) } }), rpa);

/** Values that each kind of field keeps, as events have them, and some that it does not. */
const kept: Readonly<Record<string, { fits: unknown[]; fitsNot: unknown[] }>> = {
  tick: { fits: [true, false], fitsNot: ['yes', 1] },
  yes_no: { fits: [true, false], fitsNot: ['no'] },
  text: { fits: ['Larkmere Academy'], fitsNot: [7, true] },
  int: { fits: [0, 420], fitsNot: ['420', -1, 1.5] },
  date: { fits: ['2027-04-15'], fitsNot: ['2027-02-30', 'soon'] },
  month: { fits: ['2027-04-01'], fitsNot: ['2027-04-02'] },
  contact: { fits: ['01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11'], fitsNot: [7] },
};
const fieldsTold = tasksTold().flatMap(({ kind, name: task, fields }) =>
  fields.map(({ name: field, of, choices }) => ({
    kind,
    task,
    field,
    ...(of === 'enum' ? { fits: [...choices], fitsNot: ['whatever', 7] } : kept[of]),
  })),
);

describe('The task lists', () => {
  it('say of each what docs/domain/tasks.csv says, in its order', () =>
    expect(
      (['conversion', 'transfer'] as const).flatMap((kind) =>
        tasksOf[kind].map(({ section, name, title, optional = false, fields }) => ({
          kind,
          section,
          name,
          title,
          optional,
          fields: Object.keys(fields).sort(),
        })),
      ),
    ).toEqual(tasksTold().map(({ fields, ...task }) => ({ ...task, fields: fields.map(({ name }) => name).sort() }))));
  it.each(fieldsTold)('keep of $kind $task $field what events have, and nothing else', (one) => {
    const field = taskNamed(one.kind, one.task)?.fields[one.field];
    expect(one.fits?.map((value) => field?.accepts(value))).toEqual(one.fits?.map(() => true));
    expect(one.fitsNot?.map((value) => field?.accepts(value))).toEqual(one.fitsNot?.map(() => false));
    expect(field?.accepts(null)).toBe(true);
  });
  it.each(['conversion', 'transfer'] as const)('name each task of a %s once', (kind) =>
    expect(new Set(tasksOf[kind].map(({ name }) => name)).size).toBe(tasksOf[kind].length),
  );
  it.each(['conversion', 'transfer'] as const)('name contacts that a %s can have', (kind) =>
    expect(tasksOf[kind].flatMap(({ fields }) => Object.keys(fields).filter(isContact))).toEqual(
      expect.arrayContaining(keyContacts.names.filter((name) => taskNamed(kind, name))),
    ),
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
    ...context,
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
    given(anActiveProject())
      .when(answerTask, answer(answers))
      .thenRefused(Object.keys(answers)[0] as string),
  );
  it('refuses to set a task aside that always applies', () =>
    given(anActiveProject())
      .when(answerTask, answer({}, { notApplicable: true }))
      .thenRefused('notApplicable'));
  it('refuses a task of the other kind', () =>
    given(anActiveProject())
      .when(answerTask, { ...context, task: 'form_m' })
      .thenRefused('no task form_m'));
  it('keeps nothing of a task that was opened and left empty', () =>
    given(anActiveProject())
      .when(answerTask, answer({ option: null, reason: null }))
      .then());
  it('clears a task that is set aside, but not the declaration of expenditure', () => {
    const setAside = { ...context, notApplicable: true };
    const payroll = { payroll_deadline: answered({ deadline: '2027-03-01' }) };
    given(anActiveProject({ tasks: payroll }))
      .when(answerTask, { ...setAside, task: 'payroll_deadline' })
      .thenEvent({ project: { tasks: { payroll_deadline: { notApplicable: true, answers: {} } } } });
    const declaration = { declaration_of_expenditure: answered({ date_received: '2027-05-01' }) };
    given(anActiveProject({ tasks: declaration }))
      .when(answerTask, { ...setAside, task: 'declaration_of_expenditure' })
      .thenEvent({
        project: {
          tasks: { declaration_of_expenditure: { notApplicable: true, answers: { date_received: '2027-05-01' } } },
        },
      });
  });
  it('confirms the date at the stakeholder kick-off, beside its boxes', () =>
    given(anActiveProject())
      .when(answerTask, {
        ...context,
        task: 'stakeholder_kick_off',
        answers: { meeting: true, confirmed_date: '2027-05-01' },
      })
      .thenState({
        dateConfirmed: true,
        significantDate: '2027-05-01',
        tasks: { stakeholder_kick_off: answered({ meeting: true, confirmed_date: '2027-05-01' }) },
      }));
  it('refuses another date once it is confirmed, at its field', () =>
    given(
      anActiveProject({
        dateConfirmed: true,
        tasks: { stakeholder_kick_off: answered({ confirmed_date: '2027-05-01' }) },
      }),
    )
      .when(answerTask, { ...context, task: 'stakeholder_kick_off', answers: { confirmed_date: '2027-06-01' } })
      .thenRefused('confirmed_date'));
  it('names one of the contacts of the project, and no other', () => {
    const id = '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11';
    const more = { category: 'school', role: 'Headteacher', organisation: null, email: null, phone: null } as const;
    const project = anActiveProject({ contacts: [{ id, name: 'Petra Lindley', primary: false, ...more }] });
    const choosing = (headteacher: string | null) => ({ ...context, task: 'headteacher', answers: { headteacher } });
    given(project)
      .when(answerTask, choosing(id))
      .thenState({ keyContacts: { headteacher: id }, tasks: {} });
    given({ ...project, keyContacts: { headteacher: id } })
      .when(answerTask, choosing(null))
      .thenEvent({ changed: ['keyContacts'], project: { keyContacts: {} } });
    given(project).when(answerTask, choosing('01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a12')).thenRefused('headteacher');
  });
  it('is possible after the completion only where work is left', () => {
    const project = anActiveProject({ state: 'completed' });
    given(project)
      .when(answerTask, { ...context, task: 'redact_and_send', answers: { redact: true } })
      .then('complete.project.changed.v1');
    given(project)
      .when(answerTask, answer({ option: 'standard' }))
      .thenRefused('not active');
    given(project)
      .when(answerTask, { ...context, task: 'date_opened', answers: { date_opened: '2027-04-01' } })
      .thenRefused('not active');
  });
  it('is for the assigned person and service support', () => {
    const of = (assignedTo: CompleteProject['assignedTo']) => ({
      project: anActiveProject({ assignedTo }),
      away: undefined,
    });
    const user = { ...anOfficer, email: anOfficer.email.toUpperCase(), roles: ['caseworker' as const] };
    expect(maySaveTasks(of(anOfficer), user)).toBe(true);
    expect(maySaveTasks(of(null), user)).toBe(false);
    expect(maySaveTasks(of(null), { ...user, roles: ['service_support'] })).toBe(true);
  });
});
