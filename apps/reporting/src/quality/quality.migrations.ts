import { Migration } from '@mikro-orm/migrations';

/** What people set aside, and how many findings there were each day; both outlive the read model. */
export class CreateSetAsides extends Migration {
  override up(): void {
    this.addSql(`
      create table finding_set_aside (
        project_reference text collate "C" not null,
        rule text collate "C" not null,
        said text collate "C" not null,
        reason text not null,
        by_email text collate "C" not null,
        by_name text not null,
        set_aside_at timestamptz not null default clock_timestamp(),
        primary key (project_reference, rule, said)
      )`);
    this.addSql(`
      create table finding_count (
        day date not null,
        rule text collate "C" not null,
        team text collate "C" not null,
        region text collate "C" not null,
        findings int not null,
        set_aside int not null,
        primary key (day, rule, team, region)
      )`);
  }

  override down(): void {
    this.addSql('drop table finding_count');
    this.addSql('drop table finding_set_aside');
  }
}
