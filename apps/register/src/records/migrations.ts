import { Migration } from '@mikro-orm/migrations';

/** What the importer knows. */
export class CreateRegisterRecord extends Migration {
  override up(): void {
    this.addSql(`
      create table register_record (
        kind text collate "C" not null,
        key text collate "C" not null,
        hash text collate "C" not null,
        state jsonb not null,
        changed_at timestamptz not null default now(),
        primary key (kind, key)
      )`);
  }

  override down(): void {
    this.addSql('drop table register_record');
  }
}
