import { Migration } from '@mikro-orm/migrations';

/** Who does not want to be told each week what is due, and for which weeks people were told (docs/domain/complete-pages.md, "E-mails"). */
export class RemindWeekly extends Migration {
  override up(): void {
    this.addSql('alter table person add column weekly_reminder boolean not null default true');
    this.addSql(`
      create table reminded_week (
        week text collate "C" primary key,
        queued_at timestamptz not null default clock_timestamp()
      )`);
  }

  override down(): void {
    this.addSql('drop table reminded_week');
    this.addSql('alter table person drop column weekly_reminder');
  }
}

/** When people are away, and who stands in (docs/domain/complete.md, "Absence"). */
export class KnowAbsences extends Migration {
  override up(): void {
    this.addSql(`
      create table absence (
        email text collate "C" primary key references person,
        first_day text collate "C" not null,
        last_day text collate "C" not null,
        stand_in text collate "C" not null references person,
        entered_by text not null,
        entered_at timestamptz not null
      )`);
    this.addSql('create index on absence (stand_in)');
    // An e-mail about an assignment says to whom; those that still wait are to that person.
    this.addSql(
      `update mail set facts = facts || '{"whom": "you"}' where template like 'assigned%' and sent_at is null`,
    );
  }

  override down(): void {
    this.addSql('drop table absence');
  }
}
