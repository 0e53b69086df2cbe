import { Migration } from '@mikro-orm/migrations';
import {
  CreateHistory,
  CreatePins,
  CreateSetAsides,
  CreateUsage,
  HashDownloads,
  MarkErasedPins,
} from './history-and-quality.migrations.ts';
import { CreateSearchable, CreateSubscriptions } from './subscriptions.migrations.ts';

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

/** Every download is on record (docs/domain/reporting.md). */
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

/** Several builds of one list of columns: one serves while another is made beside it, and one that has served goes later. */
export class CreateBuilds extends Migration {
  override up(): void {
    this.addSql('alter table read_model add column build text collate "C", add column gone_at timestamptz');
    this.addSql('update read_model set build = fingerprint');
    this.addSql('alter table read_model drop constraint read_model_pkey');
    this.addSql('alter table read_model add primary key (build)');
    // A cell whose column fails is blank; what failed is found here.
    this.addSql(`
      create table failed_cell (
        build text collate "C" not null references read_model on delete cascade,
        project_reference text collate "C" not null,
        "column" text collate "C" not null,
        reason text not null,
        primary key (build, project_reference, "column")
      )`);
  }

  override down(): void {
    this.addSql('drop table failed_cell');
    this.addSql('delete from read_model where build <> fingerprint or gone_at is not null');
    this.addSql('alter table read_model drop constraint read_model_pkey');
    this.addSql('alter table read_model drop column build, drop column gone_at, add primary key (fingerprint)');
  }
}

/** Which tables a read model has: one of an earlier release is not written to by a later one. */
export class NumberTablesOfReadModels extends Migration {
  override up(): void {
    this.addSql('alter table read_model add column tables int not null default 1');
  }

  override down(): void {
    this.addSql('alter table read_model drop column tables');
  }
}

/** A read model has a narrow table that choices look through; those that were built before have none. */
export class CreateNarrowTables extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm');
    this.addSql(`alter table read_model add column narrow jsonb not null default '[]'`);
  }

  override down(): void {
    this.addSql('alter table read_model drop column narrow');
  }
}

/** Choices that were saved under a name: each change is a version, which keeps its address; shared with people and teams. */
export class CreateSavedChoices extends Migration {
  override up(): void {
    this.addSql(`
      create table saved_choice (
        id bigint generated always as identity primary key,
        name text not null,
        owner text collate "C" not null,
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql('create index on saved_choice (owner)');
    this.addSql(`
      create table choice_version (
        choice bigint references saved_choice on delete cascade,
        version int,
        address text not null,
        made_at timestamptz not null default clock_timestamp(),
        primary key (choice, version)
      )`);
    this.addSql(`
      create table choice_share (
        choice bigint references saved_choice on delete cascade,
        with_whom text collate "C",
        primary key (choice, with_whom)
      )`);
    this.addSql('create index on choice_share (with_whom)');
  }

  override down(): void {
    this.addSql('drop table choice_share, choice_version, saved_choice');
  }
}

/** To be listed among the service's migrations, before those of the libraries or after: they do not meet. */
export const reportingMigrations = [
  CreateJournal,
  CreateReadModelCatalogue,
  CreateDownloads,
  CreateBuilds,
  NumberTablesOfReadModels,
  CreateHistory,
  CreateSetAsides,
  CreateUsage,
  CreatePins,
  CreateNarrowTables,
  CreateSavedChoices,
  HashDownloads,
  MarkErasedPins,
  CreateSearchable,
  CreateSubscriptions,
];
