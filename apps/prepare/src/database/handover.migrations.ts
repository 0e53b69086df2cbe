import { renameInEach, textFrom } from '@academies/database';
import { Migration } from '@mikro-orm/migrations';

const ofState = textFrom('state');

/** What was handed over, what Complete answered, and its projects as this service last heard of them. */
export class CreateHandover extends Migration {
  override up(): void {
    this.addSql(`
      create table handover_attempt (
        project_id text collate "C" not null references project,
        attempt int not null,
        urns text[] collate "C" not null,
        by_name text not null,
        at timestamptz not null,
        primary key (project_id, attempt)
      )`);
    this.addSql(`
      create table handover_answer (
        event_id uuid primary key,
        project_id text collate "C" not null references project,
        attempt int not null,
        urn text collate "C",
        says text collate "C" not null,
        reasons jsonb not null,
        at timestamptz not null
      )`);
    this.addSql('create index on handover_answer (project_id, attempt)');
    this.addSql(`
      create table complete_project (
        id uuid primary key,
        sequence bigint not null,
        state jsonb not null,
        ${ofState('prepare_id', 'prepareId')},
        ${ofState('urn', 'urn')},
        ${ofState('complete_state', 'state')},
        ${ofState('incoming_trn', 'incomingTrust,trn')},
        ${ofState('incoming_name', 'incomingTrust,name')},
        ${ofState('group_reference', 'group')}
      )`);
    this.addSql('create index on complete_project (prepare_id)');
    this.addSql('create index on complete_project (urn)');
    this.addSql('create index on complete_project (incoming_trn) where incoming_trn is not null');
    this.addSql('create index on complete_project (group_reference) where group_reference is not null');
  }

  override down(): void {
    this.addSql('drop table complete_project, handover_answer, handover_attempt');
  }
}

/** A reason names the page that fixes it as `fixOn`, where it was `mendedOn`. */
export class NameFixOn extends Migration {
  override up(): void {
    this.addSql(renameInEach('handover_answer', 'reasons', 'mendedOn', 'fixOn'));
  }

  override down(): void {
    this.addSql(renameInEach('handover_answer', 'reasons', 'fixOn', 'mendedOn'));
  }
}

/** An attempt is known by its approval's own event, an answer by the project in Complete that it names. */
export class NameApprovals extends Migration {
  override up(): void {
    this.addSql('alter table handover_attempt add column approval_id uuid');
    this.addSql('create unique index on handover_attempt (approval_id)');
    this.addSql('alter table handover_answer add column complete_id uuid');
    this.addSql(`
      update handover_answer as answer set complete_id = known.id
        from complete_project as known
       where answer.says = 'created' and known.prepare_id = answer.project_id and known.urn = answer.urn`);
  }

  override down(): void {
    this.addSql('alter table handover_attempt drop column approval_id');
    this.addSql('alter table handover_answer drop column complete_id');
  }
}
