import { renameInEach, textFrom } from '@academies/database';
import { Migration } from '@mikro-orm/migrations';

const ofWhole = textFrom('whole');

/** Projects, and the two promises about them that only the database can keep. */
export class CreateCompleteProjects extends Migration {
  override up(): void {
    this.addSql(`
      create table project (
        id uuid primary key,
        version int not null default 1,
        whole jsonb not null,
        prepared_case jsonb not null,
        ${ofWhole('prepare_id', 'prepareId')} not null,
        ${ofWhole('urn', 'urn')} not null,
        ${ofWhole('kind', 'kind')} not null,
        ${ofWhole('state', 'state')} not null,
        forming_a_mat boolean generated always as ((whole ->> 'formingAMat')::boolean) stored,
        ${ofWhole('region', 'region')},
        ${ofWhole('team', 'team')},
        ${ofWhole('assigned_to', 'assignedTo,email')},
        ${ofWhole('incoming_trust_ukprn', 'incomingTrust,ukprn')},
        ${ofWhole('incoming_trust_trn', 'incomingTrust,trn')},
        ${ofWhole('incoming_trust_name', 'incomingTrust,name')},
        ${ofWhole('outgoing_trust_ukprn', 'outgoingTrustUkprn')},
        ${ofWhole('group_reference', 'group')},
        ${ofWhole('significant_date', 'significantDate')},
        ${ofWhole('advisory_board_date', 'advisoryBoardDate')},
        ${ofWhole('created_at', 'createdAt')}
      )`);
    // A school has one open project at most, whoever comes at the same moment (docs/domain/handover.md, rule 2).
    this.addSql(`create unique index project_one_living on project (urn) where state in ('inactive', 'active')`);
    this.addSql(`create unique index project_one_per_academy on project (prepare_id, urn) where state <> 'deleted'`);
    this.addSql(`create index on project (state, significant_date)`);
    this.addSql(`create index on project (assigned_to) where state = 'active'`);
    this.addSql(`create index on project (incoming_trust_trn) where incoming_trust_trn is not null`);
    this.addSql(`create index on project (group_reference) where group_reference is not null`);
    this.addSql(`create table project_group (reference text collate "C" primary key, made_at timestamptz not null)`);
  }

  override down(): void {
    this.addSql('drop table project_group, project');
  }
}

/** People, notes, notices, rejected handovers and local authorities. */
export class CreateCompleteRecords extends Migration {
  override up(): void {
    this.addSql(`
      create table person (
        email text collate "C" primary key,
        name text not null,
        team text collate "C",
        may_sign_in boolean not null default false
      )`);
    this.addSql(`
      create table note (
        id uuid primary key,
        project_id uuid not null references project,
        author_email text collate "C" not null,
        author_name text not null,
        text text not null,
        written_at timestamptz not null
      )`);
    this.addSql('create index on note (project_id, written_at)');
    this.addSql(`
      create table team_notice (
        project_id uuid primary key references project,
        team text collate "C" not null,
        told_at timestamptz not null
      )`);
    this.addSql(`
      create table rejected_handover (
        prepare_id text collate "C",
        urn text collate "C",
        attempt int,
        kind text collate "C" not null,
        reasons jsonb not null,
        rejected_at timestamptz not null,
        settled text collate "C",
        settled_at timestamptz,
        primary key (prepare_id, urn, attempt)
      )`);
    this.addSql('create index on rejected_handover (rejected_at) where settled is null');
    this.addSql(`
      create table local_authority (
        code text collate "C" primary key,
        whole jsonb not null,
        mended_by_hand boolean not null default false
      )`);
  }

  override down(): void {
    this.addSql('drop table local_authority, rejected_handover, team_notice, note, person');
  }
}

/** A reason names the page that fixes it as `fixOn`, where it was `mendedOn`. */
export class NameFixOnOfRejections extends Migration {
  override up(): void {
    this.addSql(renameInEach('rejected_handover', 'reasons', 'mendedOn', 'fixOn'));
  }

  override down(): void {
    this.addSql(renameInEach('rejected_handover', 'reasons', 'fixOn', 'mendedOn'));
  }
}

/** Who added handover details. Of those that were added before, nobody knows. */
export class CreateHandoverDetails extends Migration {
  override up(): void {
    this.addSql(`
      create table handover_details (
        project_id uuid primary key references project,
        by_email text collate "C" not null,
        by_name text not null,
        comments text,
        added_at timestamptz not null
      )`);
  }

  override down(): void {
    this.addSql('drop table handover_details');
  }
}

/** What was changed in projects, and who opened which project when; see history/changes-between.ts. */
export class CreateHistory extends Migration {
  override up(): void {
    this.addSql(`
      create table history (
        id bigserial primary key,
        project_id uuid not null references project,
        at timestamptz not null,
        by_email text collate "C" not null,
        by_name text not null,
        kind text collate "C" not null,
        what text not null,
        before text,
        after text
      )`);
    this.addSql('create index on history (project_id, at)');
    this.addSql(`
      create table visit (
        project_id uuid references project,
        email text collate "C",
        at timestamptz not null,
        primary key (project_id, email)
      )`);
  }

  override down(): void {
    this.addSql('drop table visit, history');
  }
}

/** A local authority that service support edited by hand, which an import leaves alone. */
export class NameEditedByHand extends Migration {
  override up(): void {
    this.addSql('alter table local_authority rename column mended_by_hand to edited_by_hand');
  }

  override down(): void {
    this.addSql('alter table local_authority rename column edited_by_hand to mended_by_hand');
  }
}

/** Who leads a team, as of the last sign-in: leaders are told by e-mail (docs/domain/complete-pages.md, "E-mails"). */
export class RememberLeaders extends Migration {
  override up(): void {
    this.addSql('alter table person add column leads boolean not null default false');
  }

  override down(): void {
    this.addSql('alter table person drop column leads');
  }
}

/** When people were last seen, and who is refused at the door (docs/domain/README.md, "People"). */
export class KnowPeople extends Migration {
  override up(): void {
    this.addSql('alter table person add column last_seen timestamptz, add column deactivated_at timestamptz');
  }

  override down(): void {
    this.addSql('alter table person drop column last_seen, drop column deactivated_at');
  }
}

/** To be listed among the migrations of Complete's database. */
export const completeMigrations = [
  CreateCompleteProjects,
  CreateCompleteRecords,
  NameFixOnOfRejections,
  NameEditedByHand,
];
