import { Migration } from '@mikro-orm/migrations';

/** A text out of the state, so that column and state cannot disagree; collation "C", the same on every server. */
const ofWhole = (name: string, path: string) =>
  `${name} text collate "C" generated always as (whole #>> '{${path}}') stored`;

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
    // A school has one open project at most, whoever comes at the same moment (domain/handover.md, rule 2).
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

/** To be listed among the migrations of Complete's database. */
export const completeMigrations = [CreateCompleteProjects, CreateCompleteRecords];
