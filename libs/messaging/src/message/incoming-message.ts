import { PermanentError, topics, WatermarkAdvanced, type EventTypeIn, type TopicName } from '@academies/contracts';
import { v5, validate } from 'uuid';
import { attributes } from './headers.ts';
import { type RawMessage, keyOf, readMessage, type ReceivedEvent } from './read-message.ts';

/** What a consumer does with a type: nothing is ignored by accident. */
export type Handling = 'handled' | 'ignored';

/** Which topics a group reads, and what it does with each of their types. */
export interface Subscription {
  readonly group: string;
  readonly topics: Readonly<Partial<Record<TopicName, Readonly<Record<string, Handling>>>>>;
}

/** Names every type of each topic as handled or ignored; the compiler says which is missing. */
export const subscription = <const Topics extends TopicName>(chosen: {
  group: string;
  topics: { [Topic in Topics]: { [Type in EventTypeIn<Topic>]: Handling } };
}): Subscription => chosen as Subscription;

/** The topics of a subscription. */
export const topicsOf = ({ topics }: Subscription): TopicName[] => Object.keys(topics) as TopicName[];

/** A message with all that can be said of it without the database. */
export interface IncomingMessage {
  readonly message: RawMessage;
  /** What the inbox knows it by. */
  readonly id: string;
  /**
   * What must stay in order with it when it is parked: the messages of its key, across the topics whose keys mean the same
   * thing (a project's id in both project topics). A message without a key is alone.
   */
  readonly orderingKey: string;
  /** What it carries, if it can be read. */
  readonly event: ReceivedEvent | null;
  /** Why it cannot be read. */
  readonly failure: PermanentError | null;
  /** Its place among the events of its subject, if it says one, though the rest cannot be read. */
  readonly numbered: Pick<ReceivedEvent, 'source' | 'subject' | 'sequence'> | null;
  readonly handling: Handling | 'watermark' | 'dropped';
}

export function incomingMessage(message: RawMessage, subscription: Subscription): IncomingMessage {
  const about = { message, id: inboxId(message), orderingKey: orderingKeyOf(message) };
  try {
    const event = readMessage(message);
    return { ...about, event, failure: null, numbered: event, handling: handlingOf(event, subscription) };
  } catch (error) {
    const failure = permanent(error);
    // The next watermark says more than this one could have said, and comes in seconds: nobody need see to it.
    const isLost = message.topic === WatermarkAdvanced.topic && failure.code !== 'MESSAGE.UNKNOWN_TYPE';
    return { ...about, event: null, failure, numbered: numberOf(message), handling: isLost ? 'dropped' : 'handled' };
  }
}

function numberOf({ headers }: RawMessage): IncomingMessage['numbered'] {
  const { data: ce } = attributes.safeParse(headers);
  return ce ? { source: ce.ce_source, subject: ce.ce_subject, sequence: Number(ce.ce_sequence) } : null;
}

/** The compiler made the subscription name every type; should one be missing all the same, it is not skipped. */
function handlingOf({ type, topic }: ReceivedEvent, { topics, group }: Subscription): IncomingMessage['handling'] {
  if (type === WatermarkAdvanced.type) return 'watermark';
  const handling = topics[topic]?.[type];
  if (!handling)
    throw new PermanentError('MESSAGE.UNNAMED_TYPE', `${group} names ${type} neither as handled nor as ignored`);
  return handling;
}

const permanent = (error: unknown): PermanentError =>
  error instanceof PermanentError ? error : new PermanentError('MESSAGE.UNREADABLE', String(error), { cause: error });

const namespace = '0192f0c1-6d1e-7c7a-9f0a-3b1f6c2d9e58';

/** Its `ce_id`, or for a message without one, where and what it is. */
function inboxId(message: RawMessage): string {
  const { ce_id: id, ce_source: source } = message.headers;
  if (id && validate(id)) return id;
  if (id) return v5(`${source}\n${id}`, namespace);
  const { topic, partition, offset, value } = message;
  return v5(`${topic}\n${partition}\n${offset}\n${value?.toString('base64')}`, namespace);
}

function orderingKeyOf(message: RawMessage): string {
  const key = keyOf(message);
  return key === null ? `message ${inboxId(message)}` : `${topics[message.topic].orders} ${key}`;
}
