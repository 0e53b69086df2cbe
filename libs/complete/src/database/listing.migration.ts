import { listingTriggers, trustWords } from '@academies/register';
import { Migration } from '@mikro-orm/migrations';

/**
 * A narrow row a project: all that lists filter, order and search by (docs/adr/007-lists.md). Deleted projects have none.
 * Triggers write it with the change, whoever makes that: a page, Handover, the copy of the register.
 */
const listingTable = [
  `create table project_listing (
     project_id uuid primary key,
     state text collate "C" not null,
     kind text collate "C" not null,
     forming_a_mat boolean not null,
     region text collate "C",
     team text collate "C",
     assigned_to text collate "C",
     significant_date text collate "C",
     advisory_board_date text collate "C",
     created_at text collate "C",
     school text collate "C",
     words tsvector not null
   ) with (fillfactor = 90)`,
  `create index on project_listing (significant_date, school, project_id) where state = 'active'`,
  `create index on project_listing (assigned_to, significant_date, school, project_id) where state = 'active'`,
  `create index on project_listing (team, significant_date, school, project_id) where state = 'active' and assigned_to is null`,
  // Every project that arrives is written to these, so there are few; all regions together are sorted.
  `create index on project_listing (region, advisory_board_date, created_at, project_id) where state = 'inactive'`,
  `create index on project_listing using gin (words)`,
];

/** Writes the rows of some projects anew. In the order of their ids, so that two writers never wait for each other. */
const listProjectsFunction = (document: 'whole' | 'document') => `
  create or replace function list_projects(ids uuid[]) returns void language sql as $body$
    delete from project_listing where project_id in (select id from project where id = any (ids) and state = 'deleted');
    insert into project_listing as known
    select p.id, p.state, p.kind, p.forming_a_mat, p.region, p.team, p.assigned_to, p.significant_date, p.advisory_board_date,
           p.created_at, e.search_name,
           search_words(concat_ws(' ', p.urn, e.ukprn, e.establishment_number, e.local_authority_code || '/' || e.establishment_number,
                                  p.incoming_trust_ukprn, p.outgoing_trust_ukprn, p.incoming_trust_trn, e.search_name, trusts.words),
                        p.incoming_trust_name, p.${document} #>> '{assignedTo,name}')
      from project p
      left join register_establishment e on e.urn = p.urn
      cross join lateral (${trustWords('p.incoming_trust_ukprn', 'p.outgoing_trust_ukprn', 'p.incoming_trust_trn')}) as trusts
     where p.id = any (ids) and p.state <> 'deleted'
     order by p.id
    on conflict (project_id) do update
       set (state, forming_a_mat, region, team, assigned_to, significant_date, advisory_board_date, school, words)
           = (excluded.state, excluded.forming_a_mat, excluded.region, excluded.team, excluded.assigned_to,
              excluded.significant_date, excluded.advisory_board_date, excluded.school, excluded.words)
     where known is distinct from excluded
  $body$`;

/** What lists are read from, with a row for each project that is there. After the copy of the register. */
export class CreateProjectListing extends Migration {
  override up(): void {
    for (const statement of [...listingTable, listProjectsFunction('whole'), ...listingTriggers])
      this.addSql(statement);
    this.addSql('select list_projects(array(select id from project))');
    this.addSql('drop index project_state_significant_date_idx, project_assigned_to_idx');
  }

  override down(): void {
    this.addSql('create index on project (state, significant_date)');
    this.addSql(`create index on project (assigned_to) where state = 'active'`);
    this.addSql('drop function list_changed_projects, list_schools, list_trusts, hold_listing, list_projects cascade');
    this.addSql('drop table project_listing');
  }
}

/** The state that events carry is a document, in tables as in the code; what was `whole` is `document`. */
export class NameDocuments extends Migration {
  override up(): void {
    this.rename('whole', 'document');
  }

  override down(): void {
    this.rename('document', 'whole');
  }

  private rename(before: 'whole' | 'document', after: 'whole' | 'document'): void {
    for (const table of ['project', 'local_authority'])
      this.addSql(`alter table ${table} rename column ${before} to ${after}`);
    this.addSql(listProjectsFunction(after));
  }
}

/** Every word of a row is compared as the register's names are. */
export class ListComparedNames extends Migration {
  override up(): void {
    this.addSql('select list_projects(array(select id from project))');
  }

  override down(): void {
    // The rows are what they would be made of by an older release, some spellings apart.
  }
}
