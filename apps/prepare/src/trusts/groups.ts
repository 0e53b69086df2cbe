import type { IncomingTrust } from '@academies/contracts';
import { sameTrust } from '@academies/handover-rules';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import { membersOfGroupsSql, nextGroupSql } from './groups.sql.ts';

/** A group that exists, with the trust of its members and how many it has. */
export interface Group {
  readonly reference: string;
  readonly members: number;
}

/** Groups whose members have this incoming trust, and groups without members. */
export async function groupsFor(em: EntityManager, trust: Pick<IncomingTrust, 'ukprn' | 'trn'>): Promise<Group[]> {
  const rows = await sql<{ reference: string; members: number; trusts: IncomingTrust[] }>(em, membersOfGroupsSql);
  return rows
    .filter(({ trusts }) => trusts.every((other) => sameTrust(other, trust)))
    .map(({ reference, members }) => ({ reference, members }));
}

/** Makes a group with the next free number. */
export async function makeGroup(em: EntityManager): Promise<string> {
  const [made] = await sql<{ reference: string }>(em, nextGroupSql);
  return (made as { reference: string }).reference;
}
