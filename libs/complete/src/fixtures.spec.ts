import {
  anActiveCompleteProject,
  anExampleCompleteProject,
  anExampleDecision,
  anExampleEstablishment,
  anExampleProject,
  anExampleTransfer,
  anExampleTrust,
  anOfficer,
  type CompleteProject,
  type Decision,
  type PreparedProject,
} from '@academies/contracts';
import type { RuleLookUps } from '@academies/handover';
import type { AcademyApproval } from './handover/academy-approval.ts';

export { given } from '@academies/testing';

export const caseworker = { email: 'casey.workwise@education.gov.uk', name: 'Casey Workwise' };
/** Somebody does it in October 2026. */
export const context = { by: caseworker, at: '2026-10-20T10:00:00.000Z', today: '2026-10-20' };

export const aPreparedConversion = (more: Partial<PreparedProject> = {}): PreparedProject => ({
  ...anExampleProject,
  ...more,
});
export const aPreparedTransfer = (more: Partial<PreparedProject> = {}): PreparedProject => ({
  ...anExampleTransfer,
  ...more,
});

/** An academy of an approval, as it arrives. */
export const anAcademyApproval = (
  prepared = aPreparedConversion(),
  more: Partial<AcademyApproval> & { decision?: Decision } = {},
): AcademyApproval => ({
  urn: prepared.academies[0]?.urn as string,
  prepared,
  decision: anExampleDecision,
  attempt: 1,
  at: '2026-10-06T14:05:00.000Z',
  ...more,
});

const academy = {
  ...anExampleEstablishment,
  type: { code: '34', name: 'Academy converter' },
  trust: { code: '9077', name: 'Old Mill Trust' },
};
const outgoing = { ...anExampleTrust, ukprn: '19000077', trn: 'TR90077', name: 'Old Mill Trust', groupUid: '9077' };

/** A register that has everything, and a Complete without projects. */
export const known = (more: Partial<RuleLookUps> = {}): RuleLookUps => ({
  school: (urn) => ({ ...(urn.startsWith('9002') ? academy : anExampleEstablishment), urn }),
  trust: (ukprn) => [anExampleTrust, outgoing].find((trust) => trust.ukprn === ukprn),
  namesUnderTrn: () => [],
  trustsInGroup: () => [],
  livingProject: () => undefined,
  ...more,
});

export const anInactiveProject = (more: Partial<CompleteProject> = {}): CompleteProject => ({
  ...anExampleCompleteProject,
  ...more,
});
export const anActiveProject = (more: Partial<CompleteProject> = {}): CompleteProject => ({
  ...anActiveCompleteProject,
  ...more,
});
export const aTransferProject = (more: Partial<CompleteProject> = {}): CompleteProject =>
  anActiveProject({ kind: 'transfer', directiveAcademyOrder: null, outgoingTrustUkprn: '19000077', ...more });

/** Task answers as they are kept. */
export const answered = (answers: CompleteProject['tasks'][string]['answers']) => ({ notApplicable: false, answers });

/** A conversion that lacks nothing but its completion. */
export const aFinishedConversion = (more: Partial<CompleteProject> = {}): CompleteProject =>
  anActiveProject({
    dateConfirmed: true,
    significantDate: '2026-10-01',
    tasks: {
      all_conditions_met: answered({ confirmed: true }),
      date_opened: answered({ date_opened: '2026-10-01' }),
    },
    ...more,
  });
/** A transfer that lacks nothing but its completion. */
export const aFinishedTransfer = (more: Partial<CompleteProject> = {}): CompleteProject =>
  aTransferProject({
    dateConfirmed: true,
    significantDate: '2026-10-01',
    tasks: {
      authority_to_proceed: answered({ confirmed: true }),
      date_transferred: answered({ date_transferred: '2026-10-01' }),
      declaration_of_expenditure: answered({ date_received: '2026-10-12' }),
    },
    ...more,
  });
export { anOfficer };
