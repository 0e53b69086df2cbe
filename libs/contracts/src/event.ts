import type { z } from 'zod';
import type { TopicName } from './topics.ts';

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
export interface Outgoing {
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

/** Pairs an event type with a value of that very type; what the outbox takes. */
export function outgoing<Value>(
  event: EventDefinition<string, TopicName, Value>,
  { key, subject, value }: { key: string; subject: string; value: NoInfer<Value> },
): Outgoing {
  return { event: event as EventDefinition, key, subject, value };
}
