import { afterEach, holdShared, listingTriggers, trustWords } from '@academies/register';
import { Migration } from '@mikro-orm/migrations';

/**
 * A narrow row a project: all that lists filter, order and search by (docs/adr/007-lists.md). Deleted projects have none.
 * Triggers write it with the change, whoever makes that: a page, an answer of Complete, the copy of the register.
 */
const listingTable = [
  `create table project_listing (
     project_id text collate "C" primary key,
     number int not null,
     kind text collate "C" not null,
     status text collate "C" not null,
     assigned_to text collate "C",
     school text collate "C",
     decision_date text collate "C",
     proposed_date text collate "C",
     regions text[] not null,
     authorities text[] not null,
     handover text[] not null,
     words tsvector not null
   ) with (fillfactor = 85)`,
  `create index on project_listing (kind, number desc) include (project_id)`,
  `create index on project_listing (kind, school, number) include (project_id)`,
  `create index on project_listing (kind, decision_date, number) include (project_id)`,
  `create index on project_listing (kind, proposed_date, number) include (project_id)`,
  `create index on project_listing (kind, assigned_to)`,
  `create index on project_listing using gin (authorities, regions, handover)`,
  `create index on project_listing using gin (words)`,
  // The groups of a trust, here and in Complete.
  `alter table complete_project
     add incoming_ukprn text collate "C" generated always as (state #>> '{incomingTrust,ukprn}') stored`,
  `create index on complete_project (incoming_ukprn) where group_reference is not null`,
  `create index on complete_project (upper(incoming_trn)) where group_reference is not null`,
  `create index on project (upper(incoming_trn)) where group_reference is not null`,
  `create index on project (incoming_ukprn) where group_reference is not null`,
];

/** Writes the rows of some projects anew. In the order of their ids, so that two writers never wait for each other. */
const listProjectsFunction = `
  create or replace function list_projects(ids text[]) returns void language sql as $body$
    delete from project_listing where project_id in (select id from project where id = any (ids) and deleted);
    insert into project_listing as known
    select p.id, p.number, p.kind, p.status, p.assigned_to, schools.first,
           coalesce(p.decision_date, p.proposed_decision_date), p.proposed_date, schools.regions, schools.authorities,
           coalesce((select array_agg(distinct handover_state) from project_academy where project_id = p.id), '{}'),
           search_words(concat_ws(' ', p.id, p.incoming_ukprn, p.outgoing_ukprn, p.incoming_trn, schools.words, trusts.words),
                        p.group_reference, p.form_a_mat_reference, p.incoming_name, p.state #>> '{assignedTo,name}')
      from project p
      cross join lateral (
        select (array_agg(e.search_name order by place))[1] as first,
               coalesce(array_agg(distinct e.region) filter (where e.region is not null), '{}') as regions,
               coalesce(array_agg(distinct e.local_authority_code) filter (where e.local_authority_code is not null), '{}') as authorities,
               string_agg(concat_ws(' ', value ->> 'urn', e.ukprn, e.local_authority_code || '/' || e.establishment_number, e.search_name), ' ') as words
          from jsonb_array_elements(p.state -> 'academies') with ordinality as academy (value, place)
          left join register_establishment e on e.urn = value ->> 'urn') as schools
      cross join lateral (${trustWords('p.incoming_ukprn', 'p.outgoing_ukprn', 'p.incoming_trn')}) as trusts
     where p.id = any (ids) and not p.deleted
     order by p.id
    on conflict (project_id) do update
       set (status, assigned_to, school, decision_date, proposed_date, regions, authorities, handover, words)
           = (excluded.status, excluded.assigned_to, excluded.school, excluded.decision_date, excluded.proposed_date,
              excluded.regions, excluded.authorities, excluded.handover, excluded.words)
     where known is distinct from excluded
  $body$`;

/** What keeps the rows true. */
const listProjectsTriggers = [
  ...listingTriggers,
  ...afterEach(
    'project_academy',
    'list_handover_states',
    `${holdShared};
     update project_listing l set handover = states.now
       from (select project_id, array_agg(distinct handover_state) as now from project_academy
              where project_id in (select project_id from news) group by project_id) as states
      where l.project_id = states.project_id and l.handover is distinct from states.now`,
  ),
];

/** What lists are read from, with a row for each project that is there. After the copy of the register. */
export class CreateProjectListing extends Migration {
  override up(): void {
    for (const statement of [...listingTable, listProjectsFunction, ...listProjectsTriggers]) this.addSql(statement);
    this.addSql('select list_projects(array(select id from project))');
    this.addSql('drop index project_kind_number_idx');
  }

  override down(): void {
    this.addSql('create index on project (kind, number)');
    this.addSql(
      'drop function list_changed_projects, list_handover_states, list_schools, list_trusts, hold_listing, list_projects cascade',
    );
    this.addSql('drop index project_incoming_ukprn_idx, project_upper_idx');
    this.addSql('alter table complete_project drop column incoming_ukprn');
    this.addSql('drop index complete_project_upper_idx');
    this.addSql('drop table project_listing');
  }
}

/** Schools are found by their DfE number too, and every word is compared as the register's names are. */
export class ListByDfeNumber extends Migration {
  override up(): void {
    this.addSql(listProjectsFunction);
    this.addSql('select list_projects(array(select id from project))');
  }

  override down(): void {
    // The rows that were listed before are found by fewer words; nothing has to go.
  }
}
