import { Migration } from '@mikro-orm/migrations';

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
