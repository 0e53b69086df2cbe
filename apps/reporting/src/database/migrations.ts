import { Migration } from '@mikro-orm/migrations';

/** What all read models are made from: every event that arrived, in the order in which it was taken. */
export class CreateJournal extends Migration {
  override up(): void {
    this.addSql(`
      create table journal (
        position bigint generated always as identity primary key,
        event_id uuid not null unique,
        received_at timestamptz not null default clock_timestamp(),
        type text collate "C" not null,
        source text collate "C" not null,
        time timestamptz not null,
        subject text collate "C",
        sequence bigint,
        key text collate "C",
        topic text collate "C" not null,
        traceparent text,
        value json not null
      ) with (toast_tuple_target = 8160)`);
  }

  override down(): void {
    this.addSql('drop table journal');
  }
}

/** The read models that there are, each with its list of columns; one is read. */
export class CreateReadModelCatalogue extends Migration {
  override up(): void {
    this.addSql(`
      create table read_model (
        fingerprint text collate "C" primary key,
        columns jsonb not null,
        position bigint not null default 0,
        current boolean not null default false,
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql('create unique index on read_model (current) where current');
  }

  override down(): void {
    this.addSql('drop table read_model');
  }
}

/** Every download is on record (domain/reporting.md). */
export class CreateDownloads extends Migration {
  override up(): void {
    this.addSql(`
      create table download (
        id uuid primary key default uuidv7(),
        started_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        by_email text collate "C" not null,
        report text collate "C" not null,
        filters jsonb not null,
        file_name text not null,
        as_of timestamptz,
        position bigint not null,
        rows bigint,
        bytes bigint,
        outcome text collate "C" not null default 'started'
      )`);
    this.addSql('create index on download (report, started_at)');
    this.addSql('create index on download (by_email, started_at)');
  }

  override down(): void {
    this.addSql('drop table download');
  }
}

/** To be listed among the service's migrations, before those of the libraries or after: they do not meet. */
export const reportingMigrations = [CreateJournal, CreateReadModelCatalogue, CreateDownloads];
