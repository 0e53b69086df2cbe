import { Migration } from '@mikro-orm/migrations';

/** Who downloads, by team as of the last sign-in; and what people say of reports. */
export class CreateUsage extends Migration {
  override up(): void {
    this.addSql(`
      create table visitor (
        email text collate "C" primary key,
        name text not null,
        team text collate "C",
        seen_at timestamptz not null
      )`);
    this.addSql(`
      create table feedback (
        id uuid primary key default uuidv7(),
        given_at timestamptz not null default clock_timestamp(),
        by_email text collate "C" not null,
        by_name text not null,
        report text collate "C" not null,
        answer text collate "C" not null,
        words text
      )`);
  }

  override down(): void {
    this.addSql('drop table feedback');
    this.addSql('drop table visitor');
  }
}
