import { CompleteProject } from '@academies/contracts';
import { carriedFacts } from '@academies/handover';
import {
  anAcademyApproval,
  anActiveProject,
  anOfficer,
  aPreparedConversion,
  aPreparedTransfer,
  aTransferProject,
  given,
} from '../fixtures.spec.ts';
import { applyAcademyOrderDate, newProject } from './new-project.ts';

const origin = {
  id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11',
  at: '2026-10-06T14:05:01.000Z',
  region: 'london',
} as const;

describe('Taking a conversion over', () => {
  const project = newProject(anAcademyApproval(), origin);

  it('makes a project that the contract knows', () => expect(CompleteProject.parse(project)).toEqual(project));

  it('carries what docs/domain/handover.md says', () =>
    expect(project).toMatchObject({
      urn: '900123',
      prepareId: '1042',
      state: 'inactive',
      advisoryBoardDate: '2026-10-06',
      advisoryBoardConditions: 'The governing body agrees the land transfer.',
      provisionalDate: '2027-04-01',
      significantDate: '2027-04-01',
      dateConfirmed: false,
      incomingTrust: { ukprn: '19000042', trn: null, name: null },
      outgoingTrustUkprn: null,
      createdBy: anOfficer,
      academyOrderDate: '2026-10-06',
      region: 'london',
      team: null,
      assignedTo: null,
    }));

  it('brings the whole date history, with its reasons', () => {
    const dateHistory = [
      { previous: null, date: '2027-01-01', reasons: [], by: anOfficer, at: '2026-06-01T09:00:00.000Z' },
      {
        previous: '2027-01-01',
        date: '2027-04-01',
        reasons: [{ reason: 'land' as const, detail: 'The title is not clear' }],
        by: anOfficer,
        at: '2026-07-01T09:00:00.000Z',
      },
    ];
    expect(newProject(anAcademyApproval(aPreparedConversion({ dateHistory })), origin).dateHistory).toEqual(
      dateHistory,
    );
  });

  it.each([
    ['voluntary', false],
    ['sponsored', true],
  ] as const)('knows that %s means directive academy order: %s', (route, ordered) =>
    expect(newProject(anAcademyApproval(aPreparedConversion({ route })), origin).directiveAcademyOrder).toBe(ordered),
  );

  it('leaves 2RI and the flags of transfers unanswered', () =>
    expect(project).toMatchObject({
      twoRequiresImprovement: null,
      inadequateOfsted: null,
      financialSafeguardingGovernanceIssues: null,
      outgoingTrustToClose: null,
    }));

  it('starts with an empty task list', () => expect(project.tasks).toEqual({}));
});

describe('Taking an academy of a transfer over', () => {
  it('carries the academy, the outgoing trust, and no academy order', () =>
    expect(newProject(anAcademyApproval(aPreparedTransfer(), { urn: '900202' }), origin)).toMatchObject({
      urn: '900202',
      outgoingTrustUkprn: '19000077',
      directiveAcademyOrder: null,
      academyOrderDate: null,
    }));

  it('carries whatever Prepare shows before the approval, reasons of the transfer among it', () => {
    const prepared = aPreparedTransfer({
      transfer: { initiatedBy: null, reasons: ['finance', 'trust_closing'], type: null },
    });
    const approval = anAcademyApproval(prepared, { urn: '900202' });
    const project = newProject(approval, origin);
    expect(project).toMatchObject(carriedFacts(prepared, { decision: approval.decision, region: origin.region }));
    expect(project.outgoingTrustToClose).toBe(true);
  });
});

const orderDate = { date: '2026-11-02', by: anOfficer };

describe('An academy order date from Prepare', () => {
  it('is passed on to the project, whatever its state', () =>
    given(anActiveProject({ state: 'completed' }))
      .when(applyAcademyOrderDate, orderDate)
      .thenEvent({ project: { academyOrderDate: '2026-11-02' }, changed: ['academyOrderDate'] }));
  it('that it has already is no event', () =>
    given(anActiveProject({ academyOrderDate: '2026-11-02' }))
      .when(applyAcademyOrderDate, orderDate)
      .then());
  it.each([anActiveProject({ state: 'deleted' }), aTransferProject()])(
    'does not concern a deleted one or a transfer',
    (one) => given(one).when(applyAcademyOrderDate, orderDate).then(),
  );
});
