import { isGoneSql, listNamed, listNamedAndClosed } from '@academies/register';
import { Migration } from '@mikro-orm/migrations';
import { hasAcademyUrn } from './academy-urns.migration.ts';
import { listProjectsWith } from './listing-facts.migration.ts';

/** The day from which a school or trust may close because of its project: registers close it on the last day before. */
const earliest = `(p.significant_date::date - interval '1 month')::date::text`;

/** What the register closed, or has no more, under a project (docs/domain/complete-pages.md, "Service support"). */
const gone = {
  /** It closed before its project could have closed it, or its project gives it no new record. */
  school_is_gone: `coalesce(e.status_code = '2' and (${hasAcademyUrn} is null or coalesce(e.state ->> 'closeDate' < ${earliest}, true)), false)`,
  /** Closed, or not in the register at all: its UKPRN may have changed there. */
  incoming_is_gone: isGoneSql('p.incoming_trust_ukprn'),
  /** A trust may close when its last academy has left. */
  outgoing_is_gone: `
    ${isGoneSql('p.outgoing_trust_ukprn')}
     and not exists (select from register_trust closed
                      where closed.ukprn = p.outgoing_trust_ukprn and closed.state ->> 'closedDate' >= ${earliest})`,
};
const columns = Object.keys(gone);

/** Lists by what the register closed, with an index of those rows alone. */
export class ListClosedInRegister extends Migration {
  override up(): void {
    this.addSql(
      `alter table project_listing ${columns.map((column) => `add ${column} boolean not null default false`).join(', ')}`,
    );
    this.addSql(listProjectsWith({ has_academy_urn: hasAcademyUrn, ...gone }));
    for (const statement of listNamedAndClosed) this.addSql(statement);
    this.addSql(`
      create index listing_gone on project_listing (significant_date, school, project_id)
       where (${columns.join(' or ')}) and state in ('inactive', 'active')`);
    // Nearly all have nothing of it: only the others are listed anew.
    this.addSql(`
      select list_projects(array(
        select p.id from project p left join register_establishment e on e.urn = p.urn
         where ${Object.values(gone).join(' or ')}))`);
  }

  override down(): void {
    this.addSql('drop index listing_gone');
    for (const statement of [...listNamed, listProjectsWith({ has_academy_urn: hasAcademyUrn })])
      this.addSql(statement);
    this.addSql(`alter table project_listing ${columns.map((column) => `drop column ${column}`).join(', ')}`);
  }
}
