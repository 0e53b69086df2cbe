import type { Establishment, IncomingTrust, KnownTrust, Person, PreparedProject } from '@academies/contracts';
import { sql } from '@academies/database';
import { type BrokenRule, sameTrust } from '@academies/handover';
import { academiesOfTrust, establishmentsByUrn, trustByTrn, trustByUkprn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { openElsewhere } from '../project/approval-check.ts';
import { activePeople } from '../project/people.ts';
import { groupsOfTrustSql, nextGroupSql } from './groups.sql.ts';

/** A group that exists, with the trust of its members and how many it has. */
export interface Group {
  readonly reference: string;
  readonly members: number;
}

/** What sections ask besides the project: the register, people, groups, other projects and the rules of the handover. */
export interface SectionLookUps {
  /** Schools by URN; those that the register lacks are left out. */
  schools(urns: readonly string[]): Promise<ReadonlyMap<string, Establishment>>;
  /** A trust by its UKPRN, or by its TRN. */
  trust(number: string | null): Promise<KnownTrust | undefined>;
  academiesOf(trust: KnownTrust): Promise<Establishment[]>;
  /** People whom a project can be assigned to. */
  people(): Promise<Person[]>;
  /** Groups that projects with this incoming trust can join. */
  groups(trust: IncomingTrust): Promise<Group[]>;
  /** Makes a group with the next free number, which is its reference. */
  newGroup(): Promise<string>;
  /** Other open projects that have one of its schools, each as a broken rule. */
  taken(facts: PreparedProject): Promise<readonly BrokenRule[]>;
  /** Every rule of the handover that these facts break. */
  check(facts: PreparedProject): Promise<BrokenRule[]>;
}

/** The look-ups in the transaction of `em`. */
export const lookUpsIn = (
  em: EntityManager,
  check: SectionLookUps['check'] = () => Promise.resolve([]),
): SectionLookUps => {
  const trust = async (number: string | null) =>
    number === null ? undefined : number.startsWith('TR') ? trustByTrn(em, number) : trustByUkprn(em, number);
  return {
    schools: (urns) => establishmentsByUrn(em, urns),
    trust,
    academiesOf: (trust) => academiesOfTrust(em, trust),
    people: () => activePeople(em),
    groups: async ({ ukprn, trn }) => groupsFor(em, { ukprn, trn: trn ?? (await trust(ukprn))?.trn ?? null }),
    newGroup: () => makeGroup(em),
    taken: ({ id, academies }) =>
      openElsewhere(
        em,
        academies.map(({ urn }) => urn),
        id,
      ),
    check,
  };
};

/** Groups whose members have this incoming trust, and groups without members. */
async function groupsFor(em: EntityManager, trust: Pick<IncomingTrust, 'ukprn' | 'trn'>): Promise<Group[]> {
  const rows = await sql<{ reference: string; members: number; trusts: IncomingTrust[] }>(em, groupsOfTrustSql, [
    trust.ukprn,
    trust.trn,
  ]);
  return rows
    .filter(({ trusts }) => trusts.every((other) => sameTrust(other, trust)))
    .map(({ reference, members }) => ({ reference, members }));
}

/** Makes a group with the next free number. */
async function makeGroup(em: EntityManager): Promise<string> {
  const [made] = await sql<{ reference: string }>(em, nextGroupSql);
  return (made as { reference: string }).reference;
}
