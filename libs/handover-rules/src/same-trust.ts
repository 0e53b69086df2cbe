import type { IncomingTrust } from '@academies/contracts';

type Numbers = Pick<IncomingTrust, 'ukprn' | 'trn'>;

const equal = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toUpperCase() === other.toUpperCase();

/** Whether two are one trust: by UKPRN, or by TRN while one of them is not in the register. */
export const sameTrust = (one: Numbers, other: Numbers): boolean =>
  equal(one.ukprn, other.ukprn) || equal(one.trn, other.trn);
