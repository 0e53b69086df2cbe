import { textFrom } from '@academies/database';
import { Migration } from '@mikro-orm/migrations';
import { CreateHandover, NameApprovals, NameFixOn } from './handover.migrations.ts';

const ofState = textFrom('state');

const createDecisionDraft = `
      create table decision_draft (
        project_id text collate "C" not null references project,
        email text collate "C" not null,
        answers jsonb not null,
        saved_at timestamptz not null default clock_timestamp(),
        primary key (project_id, email)
      )`;

/** Projects, their schools, and every decision. */
export class CreateProjects extends Migration {
  override up(): void {
    this.addSql('create sequence project_number start 1001');
    this.addSql(`
      create table project (
        id text collate "C" primary key,
        version int not null default 1,
        state jsonb not null,
        ${ofState('kind', 'kind')},
        ${ofState('status', 'status')},
        ${ofState('assigned_to', 'assignedTo,email')},
        ${ofState('incoming_ukprn', 'incomingTrust,ukprn')},
        ${ofState('incoming_trn', 'incomingTrust,trn')},
        ${ofState('incoming_name', 'incomingTrust,name')},
        ${ofState('outgoing_ukprn', 'outgoingTrustUkprn')},
        ${ofState('group_reference', 'group')},
        ${ofState('form_a_mat_reference', 'formAMatReference')},
        ${ofState('proposed_decision_date', 'proposedDecisionDate')},
        ${ofState('proposed_date', 'proposedDate')},
        ${ofState('decision_date', 'decision,date')},
        deleted boolean generated always as ((state ->> 'deleted')::boolean) stored,
        number int generated always as (id::int) stored
      )`);
    this.addSql('create index on project (kind, number)');
    this.addSql('create index on project (group_reference) where group_reference is not null');
    this.addSql('create index on project (incoming_trn) where incoming_trn is not null');
    this.addSql(`
      create table project_academy (
        project_id text collate "C" not null references project,
        urn text collate "C" not null,
        position int not null,
        handover_state text collate "C" not null,
        primary key (project_id, urn)
      )`);
    this.addSql('create index on project_academy (urn)');
    this.addSql(`
      create table decision (
        project_id text collate "C" not null references project,
        number int not null,
        state jsonb not null,
        primary key (project_id, number)
      )`);
    this.addSql(createDecisionDraft);
  }

  override down(): void {
    this.addSql('drop table decision_draft, decision, project_academy, project');
    this.addSql('drop sequence project_number');
  }
}

/** People that Prepare knows, groups of projects, and trusts that are being formed. */
export class CreatePeopleAndGroups extends Migration {
  override up(): void {
    this.addSql(`
      create table person (
        email text collate "C" primary key,
        name text not null,
        team text collate "C",
        active boolean not null default true
      )`);
    this.addSql('create sequence group_number');
    this.addSql('create sequence form_a_mat_number');
    this.addSql(`
      create table project_group (
        reference text collate "C" primary key,
        made_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`
      create table form_a_mat (
        reference text collate "C" primary key,
        name text not null,
        made_at timestamptz not null default clock_timestamp()
      )`);
  }

  override down(): void {
    this.addSql('drop table person, project_group, form_a_mat');
    this.addSql('drop sequence group_number');
    this.addSql('drop sequence form_a_mat_number');
  }
}

/** Drafts of decisions stand with those of every dialogue. After the tables of dialogues. */
export class MoveDecisionDrafts extends Migration {
  override up(): void {
    this.addSql(`
      insert into dialogue_draft (dialogue, subject, email, answers, saved_at)
      select 'decision', project_id, email, answers, saved_at from decision_draft`);
    this.addSql('drop table decision_draft');
  }

  override down(): void {
    this.addSql(createDecisionDraft);
    this.addSql(`
      insert into decision_draft
      select subject, email, answers, saved_at from dialogue_draft where dialogue = 'decision'`);
  }
}

/** Who changed which fact last, for those who meet somebody else's change. */
export class KeepChanges extends Migration {
  override up(): void {
    this.addSql(`alter table project add column changes jsonb not null default '{}'`);
  }

  override down(): void {
    this.addSql('alter table project drop column changes');
  }
}

/** To be listed with those of the libraries, before them. */
export const prepareMigrations = [CreateProjects, CreateHandover, CreatePeopleAndGroups, NameFixOn, NameApprovals];
