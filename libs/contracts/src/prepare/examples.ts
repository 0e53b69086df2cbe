import { type Decision, type NewPreparedProject, PreparedProject } from './prepared-project.ts';

export const anOfficer = { email: 'rowan.ashby@education.gov.uk', name: 'Rowan Ashby' };

export const anExampleDecision: Decision = {
  outcome: 'approved_with_conditions',
  decidedBy: 'regional_director',
  deciderName: 'Imogen Vale',
  date: '2026-10-06',
  conditions: 'The governing body agrees the land transfer.',
  reasons: [],
  recordedBy: anOfficer,
  recordedAt: '2026-10-06T14:05:00.000Z',
};

export const anExampleProject = PreparedProject.parse({
  id: '1042',
  kind: 'conversion',
  route: 'voluntary',
  formingAMat: false,
  academies: [{ urn: '900123' }],
  incomingTrust: { ukprn: '19000042' },
  proposedDecisionDate: '2026-10-06',
  proposedDate: '2027-04-01',
  dateHistory: [{ previous: null, date: '2027-04-01', reasons: [], by: anOfficer, at: '2026-06-01T09:00:00.000Z' }],
  assignedTo: anOfficer,
  grant: { type: 'full', pence: 2_500_000 },
  partOfPfiScheme: false,
  academyOrderDate: '2026-10-06',
  status: 'approved_with_conditions',
  decision: anExampleDecision,
  attempts: 1,
  summary: { rationale: 'The trust runs two schools nearby.' },
  createdAt: '2026-06-01T09:00:00.000Z',
} satisfies NewPreparedProject);

export const anUndecidedProject: PreparedProject = {
  ...anExampleProject,
  status: 'pre_decision',
  decision: null,
  attempts: 0,
};

export const anExampleTransfer: PreparedProject = {
  ...anExampleProject,
  id: '1043',
  kind: 'transfer',
  route: null,
  academies: [{ urn: '900201' }, { urn: '900202' }],
  outgoingTrustUkprn: '19000077',
  transfer: { initiatedBy: 'department', reasons: ['finance', 'trust_closing'], type: 'joining_trust' },
  academyOrderDate: null,
};
