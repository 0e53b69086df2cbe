import type { Establishment, Trust } from '@academies/contracts';
import { isAcademy, isOpen } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { establishmentsWhere } from './establishments.ts';
import { TrustCopy } from './tables.ts';

type Column = 'ukprn' | 'trn' | 'groupUid';

/** The trust with this UKPRN, or undefined when the register has none. */
export const trustByUkprn = (em: EntityManager, ukprn: string) => one(em, 'ukprn', ukprn);
/** The trust with this TRN (`TR` and five digits). */
export const trustByTrn = (em: EntityManager, trn: string) => one(em, 'trn', trn);
/** The trust with this Group UID, by which an establishment names its trust (`trust.code`). */
export const trustByGroupUid = (em: EntityManager, groupUid: string) => one(em, 'groupUid', groupUid);

/** Many at once, by UKPRN; those that the register lacks are not in the map. */
export const trustsByUkprn = (em: EntityManager, ukprns: readonly string[]) => many(em, 'ukprn', ukprns);
/** Many at once, by TRN. */
export const trustsByTrn = (em: EntityManager, trns: readonly string[]) => many(em, 'trn', trns);
/** Many at once, by Group UID. */
export const trustsByGroupUid = (em: EntityManager, groupUids: readonly string[]) => many(em, 'groupUid', groupUids);

/** The open academies that a trust runs, in the order of their URN. */
export async function academiesOfTrust(em: EntityManager, groupUid: string): Promise<Establishment[]> {
  const run = await establishmentsWhere(em, { trustGroupUid: groupUid });
  return run.filter((school) => isAcademy(school) && isOpen(school));
}

async function one(em: EntityManager, column: Column, value: string): Promise<Trust | undefined> {
  return (await many(em, column, [value])).get(value);
}

/** Should two trusts carry one number, an open one wins over a closed one, then the one that came to the register later. */
async function many(em: EntityManager, column: Column, values: readonly string[]): Promise<Map<string, Trust>> {
  const copies = await em.find(
    TrustCopy,
    { [column]: { $in: [...new Set(values)] } },
    { fields: ['state'], disableIdentityMap: true },
  );
  const found = copies.map(({ state }) => state as Trust).sort((a, b) => rank(a) - rank(b));
  return new Map(found.map((trust) => [trust[column] as string, trust]));
}

const rank = (trust: Trust): number => (trust.closedDate ? 0 : 1e9) + Number(trust.groupUid);
