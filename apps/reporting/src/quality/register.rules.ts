import { isClosedTrust, trustWarning } from '@academies/contracts';
import { menders } from './menders.ts';
import type { Rule } from './rule.ts';

/** What the register, or our copy of it, lacks or says against the project. */
export const registerRules: readonly Rule[] = [
  {
    name: 'trust-unknown',
    title: 'The register has no such trust',
    level: 'stops money',
    columns: ['incoming_trust_ukprn', 'outgoing_trust_ukprn'],
    mend: menders.trust,
    finds: ({ facts: { project, incomingTrust, outgoingTrust } }) => {
      const unknown = [
        project.incomingTrust.ukprn !== null && !incomingTrust && `the incoming trust, ${project.incomingTrust.ukprn}`,
        project.outgoingTrustUkprn !== null && !outgoingTrust && `the outgoing trust, ${project.outgoingTrustUkprn}`,
      ].filter(Boolean);
      return unknown.length > 0 ? `The register does not know ${unknown.join(', nor ')}` : undefined;
    },
  },
  {
    name: 'trust-closes',
    title: 'The incoming trust is closed or closing',
    level: 'stops money',
    columns: ['incoming_trust_ukprn', 'incoming_trust_name'],
    mend: menders.trust,
    finds: ({ facts: { incomingTrust: trust } }) => {
      if (!trust) return undefined;
      if (isClosedTrust(trust)) return `${trust.name} is closed`;
      return trustWarning(trust) === 'Proposed to close' ? `${trust.name} is proposed to close` : undefined;
    },
  },
  {
    name: 'school-unknown',
    title: 'The register has no such school',
    level: 'stops money',
    columns: ['school_urn', 'school_name'],
    mend: menders.registerFile,
    finds: ({ facts: { school, urn } }) => (school ? undefined : `The register does not know ${urn}`),
  },
  {
    name: 'authority-unknown',
    title: 'The local authority is unknown',
    level: 'needs a look',
    columns: ['local_authority_code', 'local_authority_name'],
    mend: menders.authority,
    finds: ({ facts: { school, localAuthority } }) =>
      school && !localAuthority
        ? `Complete has no local authority with the code ${school.localAuthority.code ?? 'that the register leaves empty'}`
        : undefined,
  },
  {
    name: 'seat-without-member',
    title: 'The constituency has no member of parliament',
    level: 'needs a look',
    columns: ['mp_constituency', 'mp_name'],
    mend: menders.members,
    finds: ({ facts: { school, constituency } }) =>
      school?.constituency.name && !constituency?.mp
        ? `No member of parliament is known for ${school.constituency.name}`
        : undefined,
  },
];
