import type { TopicName } from '@academies/contracts';
import type { RawMessage } from '../message/read-message.ts';

/**
 * All that this library wants from a client of Kafka. `broker.contract.ts` says what each call promises; a successor of
 * kafkajs must pass it. Names of topics and groups are those of contracts and subscriptions.
 */
export interface Broker {
  /** Joins a group and reads, until the member leaves or is lost. Answers at once; Kafka may be away. */
  join(membership: Membership): Member;
  /**
   * Publishes in the order given, the same key to the same partition (murmur2, as Java's client), and answers when every
   * in-sync replica has it. Throws `RefusedMessage` when the broker will never take one of these. Part of what failed may
   * have been published.
   */
  publish(messages: readonly OutgoingMessage[]): Promise<void>;
  /** Where each partition of these topics begins and ends now. */
  offsets(topics: readonly TopicName[]): Promise<PartitionEnds[]>;
  /** Which message stands at an offset: so a reader knows whether the topic is still the one that it read. */
  identityAt(topic: TopicName, partition: number, offset: string): Promise<Identity | NoMessage>;
  /**
   * Creates those that are missing; the others are left as they are. Answers, when each has a leader that knows it is one,
   * how many partitions each has.
   */
  createTopics(topics: readonly TopicSettings[]): Promise<Map<TopicName, number>>;
  /** Removes every topic of this namespace with all that is in it, and answers how many there were. */
  removeTopics(): Promise<number>;
  /** Topic → partition → how far every group that reads it has told the broker that it is; nothing where none reads. */
  readByAll(topics: readonly TopicName[]): Promise<Record<string, Record<string, string>>>;
  /** Deletes what lies before these places; of topics that are not compacted alone. */
  deleteBefore(places: readonly Position[]): Promise<void>;
  /** Members leave, connections close. Answers after `withinMs` at the latest, though the broker should hang. */
  close(withinMs: number): Promise<void>;
}

/** Who joins a group, and what it is told. */
export interface Membership {
  readonly group: string;
  readonly topics: readonly TopicName[];
  /** After how long without a heartbeat its partitions go to others; 6 s, the least that brokers allow, unless told. */
  readonly sessionTimeoutMs?: number | undefined;
  /**
   * It has partitions, perhaps others than before, or none. Answers where each of them is read from; no batch comes before that.
   * What the broker itself has on record counts for nothing: the reader's database is the truth.
   */
  onAssigned(assigned: Assignment): Promise<readonly Position[]>;
  /**
   * Messages of one partition, in order; the next batch comes when this one is answered. Whatever it throws, what was not
   * committed comes again, a second later. The membership is kept by heartbeats meanwhile, however long it takes.
   */
  onBatch(batch: Batch): Promise<void>;
  /** The broker answered a fetch, with messages or without: a sign of life. */
  onFetch?(): void;
  /** The member has fallen out of its group for good (once): whoever wants to read on joins again. */
  onLost(reason: unknown): void;
}

/** A process in a group. */
export interface Member {
  /** The batch in hand is answered, what was committed is told to the broker, the group is left. */
  leave(): Promise<void>;
}

/** Topic → the partitions that a member reads. */
export type Assignment = Readonly<Partial<Record<TopicName, readonly number[]>>>;

/** Where a partition is read from. */
export interface Position {
  readonly topic: TopicName;
  readonly partition: number;
  /** The offset of the next message. */
  readonly offset: string;
}

/** Messages that were fetched together. */
export interface Batch {
  readonly topic: TopicName;
  readonly partition: number;
  /** At least one. */
  readonly messages: readonly RawMessage[];
  /** Where the partition goes on after them: behind what the broker itself keeps there. */
  readonly nextOffset: string;
  /** Where the partition ended when they were fetched. */
  readonly highWatermark: string;
  /** Aborts when the partition is taken away or the member leaves: what is not done by then is somebody else's. */
  readonly signal: AbortSignal;
  /** The partition was taken away, or is read from elsewhere now: the rest of the batch is not for us. */
  isStale(): boolean;
  /**
   * The reader's database has all before `nextOffset`: the partition goes on there. The broker is told too, for those who
   * watch from outside, and nobody waits for that.
   */
  commit(nextOffset: string): void;
}

/** A message to be published. */
export interface OutgoingMessage {
  readonly topic: TopicName;
  readonly key: string | Buffer | null;
  readonly value: string | Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where a partition begins and ends: the offset of its first message, and the one that the next will have. */
export interface PartitionEnds {
  readonly topic: TopicName;
  readonly partition: number;
  readonly low: string;
  readonly high: string;
}

/** What tells a message from any other that ever had its offset. */
export interface Identity {
  /** Its `ce_id`, if it has one. */
  readonly eventId: string | null;
  /** Counts the leaders of the partition; it never falls while the topic lives. */
  readonly leaderEpoch: number;
}

/** There was a message and the broker keeps it no more (compacted, or past its time), or there never was one as yet. */
export type NoMessage = 'compacted' | 'beyond the end';

/** What the broker is told of a topic. */
export interface TopicSettings {
  readonly topic: TopicName;
  readonly partitions: number;
  readonly replicationFactor: number;
  /** Kafka's own settings of a topic, `cleanup.policy` and the like. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The broker never takes this message; what else it answers (a topic that is missing, no leader) may be put right. */
export class RefusedMessage extends Error {}
