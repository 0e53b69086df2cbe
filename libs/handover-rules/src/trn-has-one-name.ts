import { rule } from './rule.ts';

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-GB');

/** A TRN that the register or another project has is there under the same name, letter case aside (rule 4). */
export const trnHasOneName = rule('trn-has-one-name', {
  mendedOn: 'incoming-trust',
  lackingInRegister: true,
  broken: ({ formingAMat, incomingTrust: { trn, name }, namesUnderTrn }) => {
    if (!formingAMat || !trn || !name) return undefined;
    const other = namesUnderTrn.find((known) => plain(known) !== plain(name));
    return other !== undefined && `${trn} already belongs to ${other}, not to ${name}`;
  },
});
