import { z } from 'zod';
import { defineEvent } from '../event/event.ts';
import { Address } from '../values/people.ts';
import { IsoDate } from '../values/dates.ts';
import { Ukprn } from '../values/identifiers.ts';
import type { Establishment } from './establishment.ts';

const text = z.string().nullable();

/** A trust as the register has it: group types 6, 10 and 11 (docs/domain/register.md). Without UKPRN while it is new. */
export const Trust = z.object({
  groupUid: z.string().min(1),
  trn: text,
  name: z.string().min(1),
  companiesHouseNumber: text,
  type: z.string(),
  status: text,
  closedDate: IsoDate.nullable(),
  address: Address,
  ukprn: Ukprn.nullable(),
});
export type Trust = z.infer<typeof Trust>;

/** What a group's status means, by its letters alone: the files write it in any case, with and without a comma. */
export const groupStatuses = {
  open: 'live',
  proposedtoclose: 'live',
  openbutproposedtoclose: 'live',
  proposedtoopen: 'to open',
  closed: 'closed',
  createdinerror: 'error',
} as const;
/** Which record is before which; a record made in error is no trust, and stands nowhere. */
export const standings = ['live', 'to open', 'unknown', 'closed'] as const;
export type Standing = (typeof standings)[number] | 'error';

const letters = (status: string | null): string => (status ?? '').toLowerCase().replace(/[^a-z]+/g, '');

/** Whether a record is of a living trust. A closed date counts as closed, whatever the status says. */
export function standingOf({ status, closedDate }: Pick<Trust, 'status' | 'closedDate'>): Standing {
  const said = groupStatuses[letters(status) as keyof typeof groupStatuses] ?? 'unknown';
  return closedDate !== null && said !== 'error' ? 'closed' : said;
}
export const isClosedTrust = (trust: Trust): boolean => standingOf(trust) === 'closed';

/** What a page says beside a trust's name; null of one that is simply open. */
export function trustWarning(trust: Trust): string | null {
  const standing = standingOf(trust);
  if (standing === 'live') return /close/i.test(trust.status ?? '') ? 'Proposed to close' : null;
  return standing === 'closed' ? 'Closed' : standing === 'to open' ? 'Proposed to open' : trust.status;
}

/** Why a trust that is found cannot be chosen; undefined when it can. */
export function whyNotChosen(trust: Trust): string | undefined {
  if (isClosedTrust(trust)) return `${trust.name} is closed, so it cannot be chosen`;
  return trust.ukprn === null
    ? `${trust.name} has no UKPRN yet, so it cannot be chosen. Ask for one in Get Information About Schools`
    : undefined;
}

/** A trust, and the Group UIDs of other records that the register has of it: schools may still name one of them. */
export type KnownTrust = Trust & { readonly otherUids?: readonly string[] };

/**
 * Which of the records with one number is the trust (docs/domain/register.md, "Which record is the trust"): pages, rules and
 * files ask here. Undefined when none is: a record made in error is no trust.
 */
export function theTrust(records: readonly Trust[]): KnownTrust | undefined {
  const [first, ...others] = records.filter((record) => standingOf(record) !== 'error').sort(comesBefore);
  if (!first || records.length === 1) return first;
  const otherUids = [...others, ...records.filter((record) => standingOf(record) === 'error')];
  return { ...first, otherUids: otherUids.map(({ groupUid }) => groupUid) };
}

const comesBefore = (one: Trust, other: Trust): number => placeOf(one) - placeOf(other) || newer(one, other);
const placeOf = (trust: Trust): number => (standings as readonly string[]).indexOf(standingOf(trust));
const newer = (one: Trust, other: Trust): number => Number(other.groupUid) - Number(one.groupUid);

/** Whether the trust runs the academy, by whichever of its records the academy names. */
export const runs = (
  { groupUid, otherUids = [] }: KnownTrust,
  { trust: { code } }: Pick<Establishment, 'trust'>,
): boolean => code !== null && (code === groupUid || otherUids.includes(code));

export const anExampleTrust: Trust = {
  groupUid: '9042',
  trn: 'TR90042',
  name: 'Larkmere Learning Trust',
  companiesHouseNumber: '09900042',
  type: 'Multi-academy trust',
  status: 'Open',
  closedDate: null,
  address: { line1: '3 Mill Street', line2: null, line3: null, town: 'Marrowby', county: null, postcode: 'ZZ1 3AC' },
  ukprn: '19000042',
};

export const TrustChanged = defineEvent('register.trust.changed.v1', {
  topic: 'register.trusts',
  meaning: 'A trust is new in the register or has changed there.',
  value: z.object({ trust: Trust }),
  example: () => ({ trust: anExampleTrust }),
});

export const TrustRepublished = defineEvent('register.trust.state-republished.v1', {
  topic: 'register.trusts',
  meaning: 'The present state, sent again for a new consumer or a lost topic.',
  value: z.object({ trust: Trust }),
  example: () => ({ trust: anExampleTrust }),
});
