import { changed, type CompleteProject, type Verdict } from '@academies/contracts';
import {
  anArrival,
  anInactiveProject,
  aPreparedConversion,
  aPreparedTransfer,
  given,
  known,
} from '../examples.spec.ts';
import { confirmed, created, rejected } from './answers.ts';
import type { Arrival } from './arrival.ts';
import { factsOf } from './facts-of.ts';
import { judge, mayLackRegister } from './judge.ts';
import type { LookUps } from './look-ups.ts';
import { takeOver } from './take-over.ts';

interface Complete {
  lookUps: LookUps;
  existing?: CompleteProject;
}
const taking = { id: anInactiveProject().id, at: '2026-10-06T14:05:01.000Z', region: null };
const judgementOf = ({ lookUps, existing }: Complete, arrival: Arrival) =>
  judge({ existing: existing ?? null, facts: factsOf(arrival, lookUps, ['education.gov.uk']) });

/** What an arrival is answered. */
function arrive(complete: Complete, arrival: Arrival): Verdict {
  const judgement = judgementOf(complete, arrival);
  if (judgement.is === 'confirmed') return changed(confirmed(arrival, judgement.project));
  if (judgement.is === 'rejected') return changed(rejected(arrival, judgement.reasons, taking.at));
  return changed(created(arrival, takeOver(arrival, taking)));
}
const emptyComplete = { lookUps: known() };

describe('An academy that arrives', () => {
  it.each([
    ['conversion', anArrival()],
    ['transfer', anArrival(aPreparedTransfer())],
    [
      'project that forms a MAT',
      anArrival(
        aPreparedConversion({
          formingAMat: true,
          incomingTrust: { ukprn: null, trn: 'TR90301', name: 'Three Rivers Trust' },
        }),
      ),
    ],
  ])('of a %s becomes a project', (_, arrival) =>
    given(emptyComplete).when(arrive, arrival).then('complete.project.created.v1'),
  );

  it('is answered with its attempt', () =>
    given(emptyComplete)
      .when(arrive, anArrival(aPreparedConversion(), { attempt: 3 }))
      .thenEvent({ attempt: 3 }));

  it('is confirmed with its project when it has one, and nothing is judged again', () =>
    given({ lookUps: known({ school: () => undefined }), existing: anInactiveProject() })
      .when(arrive, anArrival(aPreparedConversion(), { attempt: 2 }))
      .thenEvent({ project: { id: anInactiveProject().id }, attempt: 2 }));

  it('is rejected with every reason', () =>
    given({ lookUps: known({ livingProject: () => ({ id: taking.id, prepareId: '7' }), trust: () => undefined }) })
      .when(arrive, anArrival())
      .thenEvent({
        urn: '900123',
        attempt: 1,
        reasons: [{ rule: 'no-living-project' }, { rule: 'incoming-trust-is-in-register' }],
      }));

  it('is judged by the day of its own event, not by today', () =>
    given(emptyComplete)
      .when(arrive, anArrival(aPreparedConversion(), { at: '2026-10-05T22:30:00.000Z' }))
      .thenEvent({ reasons: [{ rule: 'decision-date-is-possible' }] }));

  it('has its day in England: half past eleven at night in UTC is the next day in summer', () =>
    given(emptyComplete)
      .when(arrive, anArrival(aPreparedConversion(), { at: '2026-10-05T23:30:00.000Z' }))
      .then('complete.project.created.v1'));

  it('is looked up again when the register may be behind, and only then', () => {
    const lacking = { lookUps: known({ school: () => undefined }) };
    const taken = { lookUps: known({ livingProject: () => ({ id: taking.id, prepareId: '7' }) }) };
    expect(
      [lacking, taken, emptyComplete].map((complete) => mayLackRegister(judgementOf(complete, anArrival()))),
    ).toEqual([true, false, false]);
  });
});
