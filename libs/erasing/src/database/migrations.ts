import { Migration } from '@mikro-orm/migrations';

/** Who was erased, as hashes, and how far this service is with it. */
export class CreateErasures extends Migration {
  override up(): void {
    this.addSql(`
      create table erasure (
        id uuid primary key,
        reference text not null default '',
        person json not null,
        sought_at timestamptz not null,
        confirmed_at timestamptz,
        looked_at timestamptz,
        walked_at timestamptz,
        done_at timestamptz,
        records_asked_at timestamptz,
        records_until json,
        records_gone_at timestamptz
      )`);
    // What every reader applies. Nothing is ever taken out: a topic may be read again.
    this.addSql(`
      create table erased (
        id bigserial primary key,
        erasure uuid not null references erasure,
        "of" text collate "C" not null,
        hash text collate "C" not null,
        words int not null,
        unique ("of", hash)
      )`);
    // Where a free text that names somebody stands; the text itself stays there alone.
    this.addSql(`
      create table erasure_text (
        erasure uuid not null references erasure,
        hash text collate "C" not null,
        place json not null,
        state text collate "C" not null default 'waiting' check (state in ('waiting', 'cleared', 'kept')),
        primary key (erasure, hash)
      )`);
    this.addSql(`
      create table erasure_answer (
        erasure uuid not null,
        service text collate "C" not null,
        step text collate "C" not null,
        found jsonb not null,
        living jsonb not null,
        texts int not null,
        at timestamptz not null,
        primary key (erasure, service)
      )`);
  }

  override down(): void {
    this.addSql('drop table erasure_answer, erasure_text, erased, erasure');
  }
}

/** To be listed among a service's migrations, after those of messaging. */
export const erasingMigrations = [CreateErasures];
