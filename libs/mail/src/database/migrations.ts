import { Migration } from '@mikro-orm/migrations';

/** E-mails of a service, from the change that makes one until some time after it was sent. */
export class CreateMail extends Migration {
  override up(): void {
    this.addSql(`
      create table mail (
        id uuid primary key,
        key text collate "C" not null unique,
        template text collate "C" not null,
        recipient text collate "C" not null,
        facts jsonb not null,
        queued_at timestamptz not null default clock_timestamp(),
        trying_since timestamptz not null default clock_timestamp(),
        tries int not null default 0,
        due_at timestamptz default clock_timestamp(),
        sent_at timestamptz,
        failure text
      )`);
    this.addSql('create index mail_due on mail (due_at) where due_at is not null');
    this.addSql('create index mail_not_sent on mail (queued_at) where due_at is null and sent_at is null');
    this.addSql('create index mail_sent on mail (sent_at) where sent_at is not null');
  }

  override down(): void {
    this.addSql('drop table mail');
  }
}

/** To be listed among a service's migrations. */
export const mailMigrations = [CreateMail];
