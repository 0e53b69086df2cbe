import { anActiveProject, caseworker, given, context } from '../fixtures.spec.ts';
import { confirmDate } from './confirm-date.ts';

describe('Confirming the date at the stakeholder kick-off', () => {
  it('moves the date that holds, never the provisional one, and writes the history', () =>
    given(anActiveProject())
      .when(confirmDate, { ...context, date: '2027-05-01' })
      .thenEvent({
        project: {
          provisionalDate: '2027-04-01',
          significantDate: '2027-05-01',
          dateConfirmed: true,
          dateHistory: [
            { previous: null },
            {
              previous: '2027-04-01',
              date: '2027-05-01',
              reasons: [{ reason: 'stakeholder_kick_off' }],
              by: caseworker,
            },
          ],
          tasks: { stakeholder_kick_off: { answers: { confirmed_date: '2027-05-01' } } },
        },
      }));
  it('may agree with the provisional date', () =>
    given(anActiveProject())
      .when(confirmDate, { ...context, date: '2027-04-01' })
      .thenEvent({ project: { significantDate: '2027-04-01', dateConfirmed: true } }));
  it('happens once', () =>
    given(anActiveProject({ dateConfirmed: true }))
      .when(confirmDate, { ...context, date: '2027-05-01' })
      .thenRefused('date'));
  it.each(['2027-05-02', 'soon'])('needs the first of a month, not %s', (date) =>
    given(anActiveProject())
      .when(confirmDate, { ...context, date })
      .thenRefused('date'),
  );
});
