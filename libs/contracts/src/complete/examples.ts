import { anOfficer } from '../prepare/examples.ts';
import { CompleteProject, type NewCompleteProject } from './complete-project.ts';

export const anExampleCompleteProject = CompleteProject.parse({
  id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11',
  prepareId: '1042',
  urn: '900123',
  kind: 'conversion',
  formingAMat: false,
  incomingTrust: { ukprn: '19000042' },
  directiveAcademyOrder: false,
  advisoryBoardDate: '2026-10-06',
  advisoryBoardConditions: 'The governing body agrees the land transfer.',
  provisionalDate: '2027-04-01',
  significantDate: '2027-04-01',
  dateHistory: [{ previous: null, date: '2027-04-01', reasons: [], by: anOfficer, at: '2026-06-01T09:00:00.000Z' }],
  region: 'london',
  createdBy: anOfficer,
  createdAt: '2026-10-06T14:05:01.000Z',
  academyOrderDate: '2026-10-06',
} satisfies NewCompleteProject);

export const anActiveCompleteProject: CompleteProject = {
  ...anExampleCompleteProject,
  state: 'active',
  twoRequiresImprovement: false,
  team: 'london',
  assignedTo: anOfficer,
  sharePoint: {
    school: 'https://educationgovuk.sharepoint.com/sites/school-900123',
    incomingTrust: 'https://educationgovuk.sharepoint.com/sites/trust-19000042',
    outgoingTrust: null,
  },
};

export const aCompletedProject: CompleteProject = {
  ...anActiveCompleteProject,
  state: 'completed',
  dateConfirmed: true,
  completedOn: '2027-04-01',
};

export const aRevokedProject: CompleteProject = {
  ...anActiveCompleteProject,
  directiveAcademyOrder: true,
  state: 'dao_revoked',
  daoRevokedOn: '2026-12-01',
};

export const aDeletedProject: CompleteProject = { ...anExampleCompleteProject, state: 'deleted' };
