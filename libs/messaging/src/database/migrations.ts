import { Migration } from '@mikro-orm/migrations';
import { tables } from './tables.sql.ts';

/** Outbox, inbox, positions and dead letters of a service. */
export class CreateMessaging extends Migration {
  override up(): void {
    for (const statement of tables) this.addSql(statement);
  }

  override down(): void {
    this.addSql(
      `drop table outbox, subject_sequence, inbox, consumer_position, handling_attempt, parked_lane, dead_letter,
         seen_sequence, received_watermark`,
    );
  }
}

/** To be listed among a service's migrations. */
export const messagingMigrations = [CreateMessaging];

/** To be listed among a service's entities. None as yet: queues are written in SQL, which says them best (STYLE.md). */
export const messagingEntities: never[] = [];
