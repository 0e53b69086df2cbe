import { Migration } from '@mikro-orm/migrations';

/** Academies that wait for an answer are few, and asked for often. */
export class FindUnanswered extends Migration {
  override up(): void {
    this.addSql(
      `create index project_academy_waiting on project_academy (project_id) where handover_state = 'waiting'`,
    );
  }

  override down(): void {
    this.addSql('drop index project_academy_waiting');
  }
}
