import { v7 } from 'uuid';
import type { z } from 'zod';

/** Settings of a topic. `retention` 'forever' is the development default of the project topics; a setting in production. */
export interface TopicSettings {
  readonly partitions: number;
  readonly compacted: boolean;
  readonly key: string;
  /** What stays in order by that key, across all topics that say the same. Stands in databases: it never changes. */
  readonly orders: string;
}

/** Every topic. Partitions never change: the key decides the partition, and with it the order. */
export const topics = {
  'prepare.projects': { partitions: 12, compacted: false, key: "the Prepare project's id", orders: 'project' },
  'complete.projects': { partitions: 12, compacted: false, key: "the Prepare project's id", orders: 'project' },
  'complete.local-authorities': {
    partitions: 1,
    compacted: true,
    key: 'the code of the local authority',
    orders: 'local-authority',
  },
  'register.establishments': { partitions: 3, compacted: true, key: 'URN', orders: 'establishment' },
  'register.trusts': { partitions: 1, compacted: true, key: 'Group UID', orders: 'trust' },
  'register.constituencies': {
    partitions: 1,
    compacted: true,
    key: 'the name of the constituency',
    orders: 'constituency',
  },
  erasures: {
    partitions: 1,
    compacted: true,
    key: 'the id of the erasure, with whose answer or which text it is',
    orders: 'erasure',
  },
  watermarks: { partitions: 1, compacted: true, key: 'the service that publishes', orders: 'source' },
} as const satisfies Record<string, TopicSettings>;

export type TopicName = keyof typeof topics;
export const topicNames = Object.keys(topics) as TopicName[];

/** One type of event: its name with version, where it is published, what it carries, and an example of it. */
export interface EventDefinition<Type extends string = string, Topic extends TopicName = TopicName, Value = unknown> {
  readonly type: Type;
  readonly topic: Topic;
  readonly meaning: string;
  readonly value: z.ZodType<Value>;
  readonly example: () => Value;
}

/** The value that an event of this type carries. */
export type ValueOf<Event> = Event extends EventDefinition<string, TopicName, infer Value> ? Value : never;

/** An event to be published: `key` keeps one project's events in order, `subject` is what it is about. */
export interface OutboxEvent {
  /** UUID version 7; a second event with the same id is dropped. */
  readonly id: string;
  readonly event: EventDefinition;
  readonly key: string;
  readonly subject: string;
  readonly value: unknown;
}

/** Defines an event type. Type: past tense and version, `prepare.project.approved.v1` (docs/adr, CloudEvents 1.0). */
export function defineEvent<const Type extends string, const Topic extends TopicName, Schema extends z.ZodType>(
  type: Type,
  definition: { topic: Topic; meaning: string; value: Schema; example: () => z.infer<Schema> },
): EventDefinition<Type, Topic, z.infer<Schema>> {
  return { type, ...definition } as EventDefinition<Type, Topic, z.infer<Schema>>;
}

/** A new event with an id of its own: a type with a value of that very type; what the outbox takes. */
export function newEvent<Value>(
  event: EventDefinition<string, TopicName, Value>,
  { key, subject, value }: { key: string; subject: string; value: NoInfer<Value> },
): OutboxEvent {
  return { id: v7(), event: event as EventDefinition, key, subject, value };
}
