import { anActiveCompleteProject, type CompleteProject } from '@academies/contracts';
import { type RunProject, toDoNext } from './to-do.rules.ts';

const today = '2026-10-20';
const run = (facts: Partial<CompleteProject> = {}, about: Partial<RunProject> = {}): RunProject => ({
  project: {
    ...anActiveCompleteProject,
    kind: 'conversion',
    dateConfirmed: true,
    significantDate: '2027-06-01',
    tasks: {},
    onHold: null,
    ...facts,
  },
  school: 'Ashdown School',
  lastChange: '2026-10-19',
  news: 0,
  newest: null,
  ...about,
});
const next = (...projects: RunProject[]) => toDoNext(projects, today).map(({ day, text, at }) => [day, text, at]);
const met = { all_conditions_met: { notApplicable: false, answers: { confirmed: true } } };

describe('What to do next', () => {
  it('is nothing in a project that goes well', () => expect(next(run())).toEqual([]));

  it('is to confirm a date that has passed unconfirmed', () => {
    const late = { dateConfirmed: false, significantDate: '2026-10-01' };
    expect(next(run(late))).toEqual([
      [
        '2026-10-01',
        'The provisional date, October 2026, has passed. Confirm the conversion date',
        '/tasks/stakeholder_kick_off',
      ],
    ]);
    expect(next(run({ ...late, significantDate: '2026-11-01' }))).toEqual([]);
  });

  it('is to meet the conditions when the month is near, or to get the authority to proceed', () => {
    const near = { significantDate: '2026-11-01' };
    expect(next(run(near))).toEqual([
      [
        '2026-11-01',
        'Not all conditions are met, and the conversion is on 1 November 2026',
        '/tasks/all_conditions_met',
      ],
    ]);
    expect(next(run({ ...near, kind: 'transfer' }))[0]?.[1]).toBe(
      'There is no authority to proceed, and the transfer is on 1 November 2026',
    );
    expect(next(run({ ...near, tasks: met }))).toEqual([]);
    expect(next(run({ significantDate: '2026-12-01' }))).toEqual([]);
  });

  it('is to ask whom a task waits for', () => {
    const waitingFor = { whom: 'the diocese', since: '2026-09-02' };
    const tasks = { articles_of_association: { notApplicable: false, answers: {}, waitingFor } };
    expect(next(run({ tasks }))[0]?.[1]).toMatch(/: waiting for the diocese since 2 September 2026$/);
  });

  it('is to read what others did since the last visit', () =>
    expect(next(run({}, { news: 2, newest: '2026-10-18' }))).toEqual([
      ['2026-10-18', '2 changes by others since you last opened it', '/history'],
    ]));

  it.each([
    ['2026-09-09', []],
    ['2026-09-08', [['2026-10-20', 'Nothing has happened for 6 weeks', '']]],
  ])('is to look after a project that went quiet for six weeks, here after %s', (lastChange, expected) =>
    expect(next(run({}, { lastChange }))).toEqual(expected),
  );

  it('leaves a project on hold in peace', () => {
    const onHold = { since: '2026-01-01', reason: 'A survey' };
    expect(next(run({ onHold, significantDate: '2026-11-01' }, { lastChange: '2026-01-01' }))).toEqual([]);
  });

  it('is ordered by date, over all projects', () => {
    const days = next(
      run({}, { lastChange: '2026-08-01' }),
      run({ dateConfirmed: false, significantDate: '2026-08-01' }),
      run({ significantDate: '2026-11-01' }),
    ).map(([day]) => day);
    expect(days).toEqual(['2026-08-01', '2026-09-12', '2026-11-01']);
  });
});
