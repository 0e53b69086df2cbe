import { anExampleEstablishment, anExampleTrust } from '@academies/contracts';
import { brokenRules } from './broken-rules.ts';
import type { HandoverFacts } from './handover-facts.ts';

export const leaving = {
  ...anExampleTrust,
  groupUid: '9077',
  ukprn: '19000077',
  trn: 'TR90077',
  name: 'Old Mill Trust',
};
export const academy = {
  ...anExampleEstablishment,
  type: { code: '34', name: 'Academy converter' },
  trust: { code: leaving.groupUid, name: leaving.name },
};
export const trustOf = (ukprn: string | null, trn: string | null = null, name: string | null = null) => ({
  ukprn,
  trn,
  name,
});

/** A conversion that breaks nothing. */
export const aConversion = (facts: Partial<HandoverFacts> = {}): HandoverFacts => ({
  kind: 'conversion',
  route: 'voluntary',
  formingAMat: false,
  urn: '900123',
  school: anExampleEstablishment,
  incomingTrust: trustOf('19000042'),
  incomingTrustInRegister: anExampleTrust,
  namesUnderTrn: [],
  outgoingTrustUkprn: null,
  outgoingTrustInRegister: null,
  decisionDate: '2026-10-06',
  provisionalDate: '2027-04-01',
  createdBy: { email: 'rowan.ashby@education.gov.uk', name: 'Rowan Ashby' },
  allowedDomains: ['education.gov.uk'],
  group: null,
  trustsInGroup: [],
  livingProject: null,
  today: '2026-10-06',
  ...facts,
});

/** A transfer that breaks nothing. */
export const aTransfer = (facts: Partial<HandoverFacts> = {}): HandoverFacts =>
  aConversion({
    kind: 'transfer',
    route: null,
    school: academy,
    outgoingTrustUkprn: '19000077',
    outgoingTrustInRegister: leaving,
    ...facts,
  });

/** A conversion into a trust that is being set up. */
export const formingAMat = (facts: Partial<HandoverFacts> = {}): HandoverFacts =>
  aConversion({
    formingAMat: true,
    incomingTrust: trustOf(null, 'TR90301', 'Three Rivers Trust'),
    incomingTrustInRegister: null,
    ...facts,
  });

/** Given these facts, these rules are broken, by name, and no others. */
export const given = (facts: HandoverFacts) => ({
  broken: (...rules: string[]) => expect(brokenRules(facts).map(({ rule }) => rule)).toEqual(rules),
});
export const person = (email: string, name = 'Rowan Ashby') => ({ email, name });
export const schoolWith = (part: object) => ({ school: { ...anExampleEstablishment, trust: academy.trust, ...part } });
