import { anActiveProject, answered, aTransferProject, caseworker, context, given } from '../fixtures.spec.ts';
import { changeDate, type ChangeDate, dateReasonsFor, dateWarnings } from './change-date.ts';

const confirmed = anActiveProject({ dateConfirmed: true });
const land = { reason: 'land', detail: 'The lease is not signed.' } as const;
const conditions = { reason: 'advisory_board_conditions', detail: 'A condition is open.' } as const;
const faster = { reason: 'progressing_faster_than_expected', detail: 'All is agreed.' } as const;
const to = (date: string, ...reasons: ChangeDate['reasons'][number][]): ChangeDate => ({ ...context, date, reasons });

describe('Changing a confirmed date', () => {
  it('keeps every value with who, when and why; the original date stays', () =>
    given(confirmed)
      .when(changeDate, to('2027-06-01', land, conditions))
      .thenEvent({
        changed: ['significantDate', 'dateHistory'],
        project: {
          provisionalDate: '2027-04-01',
          significantDate: '2027-06-01',
          dateHistory: [
            { previous: null },
            { previous: '2027-04-01', date: '2027-06-01', reasons: [land, conditions], by: caseworker, at: context.at },
          ],
        },
      }));
  it('may be to an earlier month, for the reasons of an earlier date', () =>
    given(confirmed)
      .when(changeDate, to('2027-02-01', faster))
      .thenEvent({ project: { significantDate: '2027-02-01' } }));

  it.each<[string, ChangeDate, string]>([
    ['without a reason', to('2027-06-01'), 'reasons'],
    ['without details', to('2027-06-01', { ...land, detail: ' ' }), 'reasons'],
    ['later for the reason of an earlier date', to('2027-06-01', faster), 'reasons'],
    ['earlier for the reason of a later date', to('2027-02-01', land), 'reasons'],
    [
      'later because of the outgoing trust, which a conversion has not',
      to('2027-06-01', { reason: 'outgoing_trust', detail: 'x' }),
      'reasons',
    ],
    ['to the month that holds', to('2027-04-01', land), 'date'],
    ['to the middle of a month', to('2027-06-02', land), 'date'],
  ])('is refused %s', (_, command, field) => given(confirmed).when(changeDate, command).thenRefused(field));

  it('comes after the first confirmation, and on active projects only', () => {
    given(anActiveProject()).when(changeDate, to('2027-06-01', land)).thenRefused('Confirm the date');
    given(anActiveProject({ dateConfirmed: true, state: 'completed' }))
      .when(changeDate, to('2027-06-01', land))
      .thenRefused('not active');
  });

  it('offers reasons by kind and direction', () => {
    expect(dateReasonsFor('conversion', '2027-04-01', '2027-03-01')).toEqual([
      'progressing_faster_than_expected',
      'correcting_an_error',
    ]);
    expect(dateReasonsFor('conversion', '2027-04-01', '2027-05-01')).toContain('school');
    expect(dateReasonsFor(aTransferProject().kind, '2027-04-01', '2027-05-01')).toContain('outgoing_trust');
  });

  it('warns of a month that has passed, and of one before the payroll deadline', () => {
    const project = anActiveProject({ tasks: { payroll_deadline: answered({ deadline: '2027-05-15' }) } });
    expect(dateWarnings(project, '2027-06-01', '2026-10-20')).toEqual([]);
    expect(dateWarnings(project, '2027-05-01', '2026-10-20')).toEqual([expect.stringContaining('payroll deadline')]);
    expect(dateWarnings(project, '2026-10-01', '2026-10-20')).toEqual([expect.stringContaining('payroll deadline')]);
    expect(dateWarnings(anActiveProject(), '2026-09-01', '2026-10-20')).toEqual([expect.stringContaining('passed')]);
  });
});
