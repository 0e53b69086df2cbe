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

/** What is held back with a parked event is its ordering key; tables and columns say so. */
export class NameBlockedKeys extends Migration {
  override up(): void {
    this.addSql('alter table parked_lane rename to blocked_key');
    this.addSql('alter table blocked_key rename column lane to ordering_key');
    this.addSql('alter index parked_lane_pkey rename to blocked_key_pkey');
    this.addSql('alter index parked_lane_requested rename to blocked_key_requested');
    this.addSql('alter table dead_letter rename column lane to ordering_key');
  }

  override down(): void {
    this.addSql('alter table dead_letter rename column ordering_key to lane');
    this.addSql('alter index blocked_key_requested rename to parked_lane_requested');
    this.addSql('alter index blocked_key_pkey rename to parked_lane_pkey');
    this.addSql('alter table blocked_key rename column ordering_key to lane');
    this.addSql('alter table blocked_key rename to parked_lane');
  }
}

/** What a topic's key was called in the documentation, and what it orders by. */
const ordersBefore: readonly (readonly [before: string, now: string])[] = [
  ["the Prepare project's id", 'project'],
  ['the code of the local authority', 'local-authority'],
  ['URN', 'establishment'],
  ['Group UID', 'trust'],
  ['the name of the constituency', 'constituency'],
];

/** Ordering keys began with words of the documentation, which may change; now with a name that never does. */
export class NameOrders extends Migration {
  override up(): void {
    for (const [before, now] of ordersBefore) this.rename(before, now);
  }

  override down(): void {
    for (const [before, now] of ordersBefore) this.rename(now, before);
  }

  private rename(from: string, to: string): void {
    const quoted = (text: string) => `'${text.replaceAll("'", "''")} '`;
    for (const table of ['blocked_key', 'dead_letter'])
      this.addSql(
        `update ${table} set ordering_key = ${quoted(to)} || substr(ordering_key, ${from.length + 2})
          where starts_with(ordering_key, ${quoted(from)})`,
      );
  }
}

/** With a position stands the last message before it, by which a topic that came back shorter, or another, is known. */
export class KnowLastMessage extends Migration {
  override up(): void {
    this.addSql(
      'alter table consumer_position add last_offset bigint, add last_event text collate "C", add last_epoch int',
    );
  }

  override down(): void {
    this.addSql('alter table consumer_position drop last_offset, drop last_event, drop last_epoch');
  }
}

/** The ids of all that was published since this migration: an event in the topics that is not among them tells of a restore. */
export class RememberPublished extends Migration {
  override up(): void {
    this.addSql('create table published_event (event_id uuid primary key)');
    this.addSql('create table publishing (since timestamptz not null default clock_timestamp())');
    this.addSql('insert into publishing default values');
  }

  override down(): void {
    this.addSql('drop table published_event, publishing');
  }
}

/** With its watermark a service says what waits for somebody there, and when it said so. */
export class HearCounts extends Migration {
  override up(): void {
    this.addSql('alter table received_watermark add said_at timestamptz, add counts jsonb');
  }

  override down(): void {
    this.addSql('alter table received_watermark drop said_at, drop counts');
  }
}

/** To be listed among a service's migrations. */
export const messagingMigrations = [
  CreateMessaging,
  NameBlockedKeys,
  NameOrders,
  KnowLastMessage,
  RememberPublished,
  HearCounts,
];

/** To be listed among a service's entities. None as yet: queues are written in SQL, which says them best (CONTRIBUTING.md, "How code looks here"). */
export const messagingEntities: never[] = [];
