import type { CompleteProject } from '@academies/contracts';
import { sql } from '@academies/database';
import type { EntityManager } from '@mikro-orm/postgresql';

const trustsInGroupSql = `
  select distinct incoming_trust_ukprn as ukprn from project
   where group_reference = $1 and id <> $2 and state <> 'deleted'`;

/** UKPRNs of the incoming trusts of a group's other projects: a group has one (docs/domain/handover.md, rule 8). */
export const trustsInGroup = async (em: EntityManager, group: string | null, { id }: CompleteProject) =>
  group ? (await sql<{ ukprn: string | null }>(em, trustsInGroupSql, [group, id])).map(({ ukprn }) => ukprn) : [];
