import { comparableTrust, GroupReference, type IncomingTrust, isClosedTrust, Trn, Ukprn } from '@academies/contracts';
import { rule } from './rule.ts';

/** The rules about the trusts, and about the group that shares one (docs/domain/handover.md, rules 3, 4, 5 and 8). */
export const trustRules = [
  // Rule 3: joining a MAT needs the UKPRN of a trust.
  rule('incoming-trust-is-chosen', {
    fixOn: 'incoming-trust',
    broken: ({ formingAMat, incomingTrust: { ukprn } }) => {
      if (formingAMat) return undefined;
      return ukprn ? wrongUkprn('incoming', ukprn) : 'Choose the incoming trust';
    },
  }),

  // Rule 3: the trust that a school joins is in the register.
  rule('incoming-trust-is-in-register', {
    fixOn: 'incoming-trust',
    lackingInRegister: true,
    broken: ({ formingAMat, incomingTrust: { ukprn }, incomingTrustInRegister }) =>
      !formingAMat && !incomingTrustInRegister && lackingUkprn('incoming', ukprn),
  }),

  // Rule 3: nobody joins a trust that is closed.
  rule('incoming-trust-is-not-closed', {
    fixOn: 'incoming-trust',
    lackingInRegister: true,
    broken: ({ formingAMat, incomingTrustInRegister: joining }) =>
      !formingAMat &&
      joining &&
      isClosedTrust(joining) &&
      `${joining.name} is closed in the register. Choose another incoming trust`,
  }),

  // Rules 3 and 4: forming a MAT needs the TRN and the name of the new trust.
  rule('new-trust-is-named', {
    fixOn: 'incoming-trust',
    broken: ({ formingAMat, incomingTrust: { trn, name } }) => {
      if (!formingAMat) return undefined;
      if (!trn && !name?.trim()) return 'Enter the trust reference number (TRN) and the name of the new trust';
      if (!trn) return 'Enter the trust reference number (TRN) of the new trust';
      if (!name?.trim()) return 'Enter the name of the new trust';
      return !Trn.safeParse(trn).success && `The TRN must be TR and 5 digits, and "${trn}" is not`;
    },
  }),

  // Rule 4: a TRN that the register or another project has is there under the same name, compared and not spelt.
  rule('trn-has-one-name', {
    fixOn: 'incoming-trust',
    lackingInRegister: true,
    broken: ({ formingAMat, incomingTrust: { trn, name }, namesUnderTrn }) => {
      if (!formingAMat || !trn || !name) return undefined;
      const other = namesUnderTrn.find((known) => comparableTrust(known) !== comparableTrust(name));
      return other !== undefined && `${trn} already belongs to ${other}, not to ${name}`;
    },
  }),

  // Rule 3: a transfer names the trust that the academy leaves, by UKPRN.
  rule('outgoing-trust-is-known', {
    fixOn: 'outgoing-trust',
    broken: ({ kind, outgoingTrustUkprn: ukprn }) => {
      if (kind !== 'transfer') return undefined;
      return ukprn ? wrongUkprn('outgoing', ukprn) : 'Choose the outgoing trust';
    },
  }),

  // Rule 3: the trust that an academy leaves is in the register.
  rule('outgoing-trust-is-in-register', {
    fixOn: 'outgoing-trust',
    lackingInRegister: true,
    broken: ({ kind, outgoingTrustUkprn, outgoingTrustInRegister }) =>
      kind === 'transfer' && !outgoingTrustInRegister && lackingUkprn('outgoing', outgoingTrustUkprn),
  }),

  // Rule 5: an academy does not transfer to the trust that it leaves.
  rule('trusts-differ', {
    fixOn: 'incoming-trust',
    broken: ({ kind, incomingTrust, outgoingTrustUkprn, outgoingTrustInRegister }) =>
      kind === 'transfer' &&
      sameTrust(incomingTrust, { ukprn: outgoingTrustUkprn, trn: outgoingTrustInRegister?.trn ?? null }) &&
      'The incoming trust is also the outgoing trust',
  }),

  // Rule 8: the other members of the group have the same incoming trust.
  rule('group-has-one-trust', {
    fixOn: 'group',
    broken: ({ group, incomingTrust, incomingTrustInRegister, trustsInGroup }) => {
      if (!group) return undefined;
      if (!GroupReference.safeParse(group).success) return 'The group reference must be GRP_ and 8 digits';
      const own = { ukprn: incomingTrust.ukprn, trn: incomingTrust.trn ?? incomingTrustInRegister?.trn ?? null };
      return (
        !trustsInGroup.every((trust) => sameTrust(trust, own)) &&
        `The other projects of the group ${group} have another incoming trust`
      );
    },
  }),
];

type Numbers = Pick<IncomingTrust, 'ukprn' | 'trn'>;

/** Whether two are one trust: by UKPRN, or by TRN while one of them is not in the register. */
export const sameTrust = (one: Numbers, other: Numbers): boolean =>
  equal(one.ukprn, other.ukprn) || equal(one.trn, other.trn);

interface NamedTrusts {
  readonly incomingTrust: IncomingTrust;
  readonly outgoingTrustUkprn: string | null;
}

/** Whether two states of a project name the same trusts; a new trust may have got its UKPRN since. */
export const namesSameTrusts = (one: NamedTrusts, other: NamedTrusts): boolean =>
  one.outgoingTrustUkprn === other.outgoingTrustUkprn &&
  one.incomingTrust.trn === other.incomingTrust.trn &&
  one.incomingTrust.name === other.incomingTrust.name &&
  (one.incomingTrust.trn !== null || one.incomingTrust.ukprn === other.incomingTrust.ukprn);

const equal = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toUpperCase() === other.toUpperCase();

const wrongUkprn = (which: 'incoming' | 'outgoing', ukprn: string) =>
  !Ukprn.safeParse(ukprn).success &&
  `The ${which} trust's UKPRN must be 8 digits and start with 1, and "${ukprn}" does not`;

const lackingUkprn = (which: 'incoming' | 'outgoing', ukprn: string | null) =>
  Ukprn.safeParse(ukprn).success && `The register has no trust with the UKPRN ${ukprn}, which is the ${which} trust's`;
