import { afterEach, holdShared, trustWords } from '@academies/register';
import { Migration } from '@mikro-orm/migrations';

/** What the lists of docs/domain/complete-pages.md filter, order and count by, beside what stands in the row already. */
const facts = [
  'date_confirmed boolean',
  'on_hold boolean',
  'local_authority text collate "C"',
  'trust text collate "C"',
  'trust_name text collate "C"',
  'completed_on text collate "C"',
  'dao_revoked_on text collate "C"',
  'created_by text collate "C"',
  'handed_over_by text collate "C"',
  'handed_over_at timestamptz',
];

const active = `state = 'active'`;
const inProgress = `${active} and assigned_to is not null`;
const byDate = 'significant_date, school, project_id';

/** One for each list, with what it counts; each holds the rows of that list alone, so that an arrival writes three. */
const indexes = [
  ['waiting', `region, ${byDate}`, `state = 'inactive'`],
  ['in_progress', byDate, inProgress],
  ['of_kind', `kind, ${byDate}) include (assigned_to`, active],
  ['of_team', `team, ${byDate}`, inProgress],
  ['newest_of_team', 'team, handed_over_at desc, project_id desc', active],
  ['of_region', `region, ${byDate}) include (kind`, active],
  ['of_authority', `local_authority, ${byDate}) include (kind`, active],
  ['of_trust', `trust, ${byDate}`, active],
  ['trusts', 'trust_name, trust) include (kind', active],
  ['new_trusts', 'trust_name, trust', `${active} and forming_a_mat`],
  ['of_person', `assigned_to, ${byDate}) include (kind`, active],
  ['unassigned', `team, ${byDate}`, `${active} and assigned_to is null`],
  ['completed_month', 'kind, significant_date', `state = 'completed'`],
  ['completed', 'completed_on desc, project_id desc', `state = 'completed'`],
  ...['region', 'team', 'assigned_to'].map((column) => [
    `completed_${column}`,
    `${column}, completed_on desc, project_id desc`,
    `state = 'completed'`,
  ]),
  ['revoked', 'dao_revoked_on desc, project_id desc', `state = 'dao_revoked'`],
  ['created_by', 'created_by', `state <> 'inactive'`],
  ['handed_over_by', 'handed_over_by', 'handed_over_by is not null'],
  ['school', 'school, project_id', 'true'],
].map(([name, columns, rows]) => `create index listing_${name} on project_listing (${columns}) where ${rows}`);

/** Those that stood before; the new ones do their work. */
const replaced = [
  'project_listing_significant_date_school_project_id_idx',
  'project_listing_assigned_to_significant_date_school_project_idx',
  'project_listing_team_significant_date_school_project_id_idx',
  'project_listing_region_advisory_board_date_created_at_proje_idx',
];

const columns = [
  ...['project_id', 'kind', 'created_at', 'state', 'forming_a_mat', 'region', 'team', 'assigned_to'],
  ...['significant_date', 'advisory_board_date', 'school', 'words'],
  ...facts.map((fact) => fact.split(' ')[0] as string),
];
/** Kind and arrival never change. */
const changing = columns.slice(3);

/**
 * Deleted projects have a row too, which only service support finds. The trust is the register's, by either number. `more`
 * are columns that later migrations added, each with what stands in it.
 */
export const listProjectsWith = (more: Readonly<Record<string, string>>) => `
  create or replace function list_projects(ids uuid[]) returns void language sql as $body$
    insert into project_listing as known (${[...columns, ...Object.keys(more)].join(', ')})
    select p.id, p.kind, p.created_at, p.state, p.forming_a_mat, p.region, p.team, p.assigned_to,
           p.significant_date, p.advisory_board_date, e.search_name,
           search_words(concat_ws(' ', p.urn, p.document ->> 'academyUrn', e.ukprn, e.establishment_number,
                                  e.local_authority_code || '/' || e.establishment_number, p.incoming_trust_ukprn,
                                  p.outgoing_trust_ukprn, p.incoming_trust_trn, e.search_name, academy.search_name, trusts.words),
                        p.incoming_trust_name, p.document #>> '{assignedTo,name}', p.group_reference),
           (p.document ->> 'dateConfirmed')::boolean, p.document ->> 'onHold' is not null, e.local_authority_code,
           coalesce(trust.ukprn, trust.trn, p.incoming_trust_ukprn, p.incoming_trust_trn),
           coalesce(trust.search_name, searchable(p.incoming_trust_name)),
           p.document ->> 'completedOn', p.document ->> 'daoRevokedOn', p.document #>> '{createdBy,email}', h.by_email, h.added_at
           ${Object.values(more)
             .map((value) => `, ${value}`)
             .join('')}
      from project p
      left join register_establishment e on e.urn = p.urn
      left join register_establishment academy on academy.urn = p.document ->> 'academyUrn'
      left join handover_details h on h.project_id = p.id
      left join lateral (
        select ukprn, trn, search_name from register_trust
         where (ukprn = p.incoming_trust_ukprn or trn = p.incoming_trust_trn) and standing is not null
         order by standing, length(group_uid) desc, group_uid desc limit 1) as trust on true
      cross join lateral (${trustWords('p.incoming_trust_ukprn', 'p.outgoing_trust_ukprn', 'p.incoming_trust_trn')}) as trusts
     where p.id = any (ids)
     order by p.id
    on conflict (project_id) do update
       set (${[...changing, ...Object.keys(more)].join(', ')})
           = (${[...changing, ...Object.keys(more)].map((column) => `excluded.${column}`).join(', ')})
     where known is distinct from excluded
  $body$`;

const handoverTriggers = afterEach(
  'handover_details',
  'list_handed_over',
  `${holdShared}; perform list_projects(array(select project_id from news))`,
);

/** Lists of every state, by trust, by authority, by who added what and when it came (docs/adr/007-lists.md). */
export class ListEveryState extends Migration {
  override up(): void {
    this.addSql(`alter table project_listing ${facts.map((fact) => `add column ${fact}`).join(', ')}`);
    this.addSql(`drop index ${replaced.join(', ')}`);
    for (const statement of [listProjectsWith({}), ...indexes, ...handoverTriggers]) this.addSql(statement);
    this.addSql('select list_projects(array(select id from project))');
  }
}
