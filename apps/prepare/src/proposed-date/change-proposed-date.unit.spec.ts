import { given } from '@academies/testing';
import { aConversion, anApproved, aRejected, context } from '../project/fixtures.spec.ts';
import { changeProposedDate, type ChangeProposedDate, reasonsFor } from './change-proposed-date.ts';

const by = context.by;
const to = (date: string, reasons: ChangeProposedDate['reasons'] = []): ChangeProposedDate => ({
  ...context,
  date,
  reasons,
});
const land = { reason: 'land', detail: 'The lease is not signed.' } as const;
const faster = { reason: 'progressing_faster_than_expected', detail: 'All is agreed.' } as const;
const changedEvent = 'prepare.project.changed.v1';

describe('The proposed date', () => {
  it('is kept with who, when, old, new and why', () =>
    given(aConversion())
      .when(changeProposedDate, to('2027-06-01', [land]))
      .thenEvent({
        changed: ['proposedDate', 'dateHistory'],
        project: {
          proposedDate: '2027-06-01',
          dateHistory: [{}, { previous: '2027-04-01', date: '2027-06-01', reasons: [land], by, at: context.at }],
        },
      }));
  it('needs no reason the first time, and the first value is kept too', () =>
    given(aConversion({ proposedDate: null, dateHistory: [] }))
      .when(changeProposedDate, to('2027-06-01'))
      .thenEvent({ project: { dateHistory: [{ previous: null, date: '2027-06-01', reasons: [] }] } }));
  it('may be earlier, for reasons of an earlier date', () =>
    given(aConversion())
      .when(changeProposedDate, to('2027-01-01', [faster]))
      .then(changedEvent));

  it.each<[string, ChangeProposedDate, string]>([
    ['without a reason', to('2027-06-01'), 'reasons'],
    ['without details', to('2027-06-01', [{ ...land, detail: ' ' }]), 'reasons'],
    ['later for the reason of an earlier date', to('2027-06-01', [faster]), 'reasons'],
    ['earlier for the reason of a later date', to('2027-01-01', [land]), 'reasons'],
    ['for a reason of transfers only', to('2027-06-01', [{ reason: 'outgoing_trust', detail: 'x' }]), 'reasons'],
    ['to the same month', to('2027-04-01', [land]), 'date'],
    ['to the middle of a month', to('2027-06-02', [land]), 'date'],
    ['to before the proposed decision date', to('2026-10-01', [faster]), 'date'],
  ])('is not changed %s', (_, command, field) =>
    given(aConversion()).when(changeProposedDate, command).thenRefused(field),
  );

  it('is locked once handed over', () =>
    given(anApproved())
      .when(changeProposedDate, to('2027-06-01', [land]))
      .thenRefused('handed over to Complete'));
  it('can be changed when it was rejected', () =>
    given(aRejected(aConversion(), 'proposed-date'))
      .when(changeProposedDate, to('2027-06-01', [land]))
      .then(changedEvent));
  it('offers transfers the outgoing trust and conversions the school as a reason', () => {
    expect(reasonsFor('transfer', '2027-04-01', '2027-05-01')).toContain('outgoing_trust');
    expect(reasonsFor('conversion', '2027-04-01', '2027-05-01')).toContain('school');
    expect(reasonsFor('conversion', '2027-04-01', '2027-03-01')).toEqual([
      'progressing_faster_than_expected',
      'correcting_an_error',
    ]);
  });
});
