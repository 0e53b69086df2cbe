import { type Establishment, isAcademy, isOpen, type KnownTrust, standings, theTrust } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { establishmentsWhere } from './establishments.ts';
import { TrustCopy } from './tables.ts';

type Column = 'ukprn' | 'trn';

/** The trust with this UKPRN, or undefined when the register has none. */
export const trustByUkprn = (em: EntityManager, ukprn: string) => one(em, 'ukprn', ukprn);
/** The trust with this TRN (`TR` and five digits). */
export const trustByTrn = (em: EntityManager, trn: string) => one(em, 'trn', trn);

/** Many at once, by UKPRN; those that the register lacks are not in the map. */
export const trustsByUkprn = (em: EntityManager, ukprns: readonly string[]) => many(em, 'ukprn', ukprns);
/** Many at once, by TRN. */
export const trustsByTrn = (em: EntityManager, trns: readonly string[]) => many(em, 'trn', trns);

/** The name of the trust with a UKPRN: `theTrust` in SQL, with a warning when it is to close. */
export const trustNameSql = (ukprn: string): string => `
  select name || case when standing = 0 and state ->> 'status' ilike '%close%' then ' (proposed to close)' else '' end as name
    from register_trust
   where ukprn = ${ukprn} and standing is not null
   order by standing, length(group_uid) desc, group_uid desc limit 1`;

/** Whether the trust of a UKPRN is closed, or none: no record of that number lives. Not so where there is no number. */
export const isGoneSql = (ukprn: string): string => `
  (${ukprn} is not null and not exists (
    select from register_trust alive where alive.ukprn = ${ukprn} and alive.standing < ${standings.indexOf('closed')}))`;

/** Joins the names of the trusts that a listed project joins and leaves. */
export const trustNames = (incomingUkprn: string, outgoingUkprn: string): string => `
    left join lateral (${trustNameSql(incomingUkprn)}) as incoming on true
    left join lateral (${trustNameSql(outgoingUkprn)}) as outgoing on true`;

/** The open academies that a trust runs, in the order of their URN, whichever of its records they name. */
export async function academiesOfTrust(em: EntityManager, trust: KnownTrust): Promise<Establishment[]> {
  const run = await establishmentsWhere(em, { trustGroupUid: { $in: [trust.groupUid, ...(trust.otherUids ?? [])] } });
  return run.filter((school) => isAcademy(school) && isOpen(school));
}

async function one(em: EntityManager, column: Column, value: string): Promise<KnownTrust | undefined> {
  return (await many(em, column, [value])).get(value);
}

/** Several records may carry one number: `theTrust` says which of them it is. */
async function many(em: EntityManager, column: Column, values: readonly string[]): Promise<Map<string, KnownTrust>> {
  const copies = await em.find(
    TrustCopy,
    { [column]: { $in: [...new Set(values)] } },
    { fields: ['state'], disableIdentityMap: true },
  );
  const records = Map.groupBy(copies, ({ state }) => state[column] as string);
  return new Map(
    [...records].flatMap(([number, found]) => {
      const trust = theTrust(found.map(({ state }) => state));
      return trust ? [[number, trust] as const] : [];
    }),
  );
}
