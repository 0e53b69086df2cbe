import { sql } from '@academies/database';
import { column, type Groups, order } from '@academies/lists';
import type { EntityManager } from '@mikro-orm/postgresql';
import { countColumns, type Counted, counts, groupColumn } from './counted.ts';

/** A trust with its projects; one that is being formed has a name that somebody typed. */
interface CountedTrust extends Counted {
  readonly reference: string | null;
  readonly schools: readonly string[];
}

/** A trust of the register by either of its numbers; several records may carry one. */
const registered = (key: string): string => `
  select name, trn from register_trust where (ukprn = ${key} or trn = ${key}) and standing is not null
   order by standing, length(group_uid) desc, group_uid desc limit 1`;

const typed = (key: string): string => `
  select p.incoming_trust_name from project_listing q join project p on p.id = q.project_id
   where q.state = 'active' and q.trust = ${key} limit 1`;

/** By the name in lower case that the rows have, so that a page ends where its rows do. */
const grouped: Groups['groups'] = (condition) => `
  select l.trust as key, l.trust_name, ${counts}
    from project_listing l where ${condition} group by l.trust_name, l.trust`;

const shown = (more: string): string => `
  select l.key, l.conversions, l.transfers, coalesce(t.name, (${typed('l.key')}), l.trust_name) as name,
         coalesce(t.trn, case when l.key like 'TR%' then l.key end) as reference, ${more} as schools
    from page l left join lateral (${registered('l.key')}) as t on true`;

const schoolsOfIt = `
  array(select coalesce(e.name, 'URN ' || p.urn)
          from project_listing q join project p on p.id = q.project_id left join register_establishment e on e.urn = p.urn
         where q.state = 'active' and q.forming_a_mat and q.assigned_to is not null and q.trust_name = l.trust_name and q.trust = l.key
         order by 1)`;

const trust = groupColumn<CountedTrust>('Trust', '/projects/by-trust', ({ name, key }) => name ?? key ?? 'Unknown');
const byName = { name: order('Name', 'l.trust_name', 'l.key') };
const ofTrusts = { needs: 'read-complete' as const, orders: byName };

export const everyTrust = {
  ...ofTrusts,
  rows: { groups: grouped, shown: shown(`'{}'::text[]`) },
  columns: [trust, column<CountedTrust>('Group identifier', ({ reference }) => reference ?? 'None'), ...countColumns],
};

/** Trusts that are being formed, each with the schools that it will hold. */
export const newTrusts = {
  ...ofTrusts,
  rows: { groups: grouped, shown: shown(schoolsOfIt) },
  columns: [
    trust,
    column<CountedTrust>('TRN', ({ reference }) => reference ?? 'None'),
    column<CountedTrust>('Schools it will hold', ({ schools: [first = '', ...others] }) => ({
      text: first,
      lines: others,
    })),
  ],
};

/** What a trust with projects is called. */
export async function trustName(em: EntityManager, key: string): Promise<string | undefined> {
  const known = `select coalesce((select name from (${registered('$1')}) as t), (${typed('$1')})) as name`;
  const [trust] = await sql<{ name: string | null }>(em, known, [key]);
  return trust?.name ?? undefined;
}
