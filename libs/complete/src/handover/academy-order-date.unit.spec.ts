import { anActiveProject, anOfficer, aTransferProject, given } from '../fixtures.spec.ts';
import { applyAcademyOrderDate } from './academy-order-date.ts';

const set = { date: '2026-11-02', by: anOfficer };

describe('An academy order date from Prepare', () => {
  it('is passed on to the project, whatever its state', () =>
    given(anActiveProject({ state: 'completed' }))
      .when(applyAcademyOrderDate, set)
      .thenEvent({ project: { academyOrderDate: '2026-11-02' }, changed: ['academyOrderDate'] }));
  it('that it has already is no event', () =>
    given(anActiveProject({ academyOrderDate: '2026-11-02' }))
      .when(applyAcademyOrderDate, set)
      .then());
  it.each([anActiveProject({ state: 'deleted' }), aTransferProject()])(
    'does not concern a deleted one or a transfer',
    (one) => given(one).when(applyAcademyOrderDate, set).then(),
  );
});
