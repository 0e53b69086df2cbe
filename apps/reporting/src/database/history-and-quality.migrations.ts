import { Migration } from '@mikro-orm/migrations';

/** To find the place of the journal at a moment, and to lay changes upon each other: the later in the order wins. */
export class CreateHistory extends Migration {
  override up(): void {
    this.addSql('create index journal_received_at on journal (received_at)');
    this.addSql(
      `create aggregate merged (jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}', parallel = safe)`,
    );
  }

  override down(): void {
    this.addSql('drop aggregate merged (jsonb)');
    this.addSql('drop index journal_received_at');
  }
}

/** Files as at month-ends, byte for byte; a file is there once all of its parts are. */
export class CreatePins extends Migration {
  override up(): void {
    this.addSql(`
      create table pin (
        name text collate "C" primary key,
        report text collate "C" not null,
        month text collate "C" not null,
        position bigint not null,
        rows bigint not null,
        sha256 text not null,
        by_email text collate "C" not null,
        by_name text not null,
        pinned_at timestamptz not null default clock_timestamp(),
        parts uuid not null unique
      )`);
    this.addSql(
      `create table pin_part (parts uuid not null, part int not null, content bytea not null, primary key (parts, part))`,
    );
    // It is packed already.
    this.addSql('alter table pin_part alter column content set storage external');
  }

  override down(): void {
    this.addSql('drop table pin_part');
    this.addSql('drop table pin');
  }
}

/** A pinned file that somebody was erased from has other bytes from then on. */
export class MarkErasedPins extends Migration {
  override up(): void {
    this.addSql('alter table pin add column erased_at timestamptz');
  }

  override down(): void {
    this.addSql('alter table pin drop column erased_at');
  }
}

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

/** The bytes of each whole file, so that it can be told from any other. */
export class HashDownloads extends Migration {
  override up(): void {
    this.addSql('alter table download add column sha256 text collate "C"');
    this.addSql('create index download_sha256 on download (sha256) where sha256 is not null');
  }

  override down(): void {
    this.addSql('alter table download drop column sha256');
  }
}
