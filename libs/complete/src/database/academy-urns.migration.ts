import { Migration } from '@mikro-orm/migrations';
import { listProjectsWith } from './listing-facts.migration.ts';

const request = `p.document #> '{tasks,new_urn_and_record}'`;

/** `asksForAcademyUrn` in SQL; a test compares them. Null is a project whose academy keeps its number. */
export const hasAcademyUrn = `
  case when p.kind = 'conversion'
         or ((${request} -> 'notApplicable')::text is distinct from 'true'
             and (${request} #> '{answers,complete}')::text = 'true')
       then p.document ->> 'academyUrn' is not null end`;

/**
 * Lists by whether the academy URN is entered, with an index that no arrival writes; and what finds an academy again: its
 * URN among projects, its postcode in the copy of the register.
 */
export class ListAcademyUrns extends Migration {
  override up(): void {
    this.addSql('alter table project_listing add column has_academy_urn boolean');
    this.addSql(listProjectsWith({ has_academy_urn: hasAcademyUrn }));
    this.addSql(`
      create index listing_academy_urns on project_listing (has_academy_urn, significant_date, school, project_id)
       where state in ('active', 'completed')`);
    this.addSql(`
      create index project_academy_urn on project ((document ->> 'academyUrn')) where document ->> 'academyUrn' is not null`);
    this.addSql(`
      create index register_establishment_postcode on register_establishment ((state #>> '{address,postcode}'))`);
    this.addSql('select list_projects(array(select id from project))');
  }

  override down(): void {
    this.addSql('drop index listing_academy_urns, project_academy_urn, register_establishment_postcode');
    this.addSql(listProjectsWith({}));
    this.addSql('alter table project_listing drop column has_academy_urn');
  }
}
