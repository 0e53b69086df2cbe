import { createHash } from 'node:crypto';
import { eventOfType, PermanentError, type TopicName } from '@academies/contracts';
import type { z } from 'zod';
import { attributes } from './headers.ts';

/** A message as the broker keeps it, or as a dead letter keeps it; nothing is read from it yet. */
export interface RawMessage {
  readonly topic: TopicName;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** Of a header that is there twice the first counts. */
  readonly headers: Readonly<Record<string, string>>;
  /** Under which leader of the partition it was written; a dead letter does not keep it. */
  readonly leaderEpoch?: number | undefined;
}

/** A text that PostgreSQL takes; U+FFFD stands where it took none. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/** An event as it arrived: checked, with a value that is what its type's schema says. */
export interface ReceivedEvent<Value = unknown> {
  readonly id: string;
  readonly type: string;
  readonly source: string;
  /** When it happened, ISO 8601. */
  readonly time: string;
  readonly subject: string;
  /** Counts per subject; the higher one is the newer. */
  readonly sequence: number;
  readonly key: string;
  readonly topic: TopicName;
  readonly partition: number;
  readonly offset: string;
  readonly value: Value;
  /** The value as it was sent, JSON: also what this release does not know of. */
  readonly raw: string;
  readonly traceparent?: string | undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The event that a message carries. What is wrong with it is a PermanentError with the reason: it never gets better by itself. */
export function readMessage(message: RawMessage): ReceivedEvent {
  const key = keyOf(message);
  const { success, data: ce, error } = attributes.safeParse(message.headers);
  if (!success) throw wrong('NO_EVENT', `The headers are not those of one of our events: ${issues(error)}`);
  const definition = eventOfType(ce.ce_type);
  if (!definition) throw wrong('UNKNOWN_TYPE', `Nobody here knows the type ${ce.ce_type}`);
  if (definition.topic !== message.topic) throw wrong('WRONG_TOPIC', `${ce.ce_type} belongs to ${definition.topic}`);
  if (!key) throw wrong('NO_KEY', 'The message has no key');
  if (isTooLong(message.key)) throw wrong('KEY_TOO_LONG', `The key is longer than ${longestKey} bytes: ${key}`);
  const raw = textOf(message);
  const value = definition.value.safeParse(json(raw));
  if (!value.success) throw wrong('WRONG_VALUE', `The value is not what ${ce.ce_type} carries: ${issues(value.error)}`);
  return {
    id: ce.ce_id,
    type: ce.ce_type,
    source: ce.ce_source,
    time: ce.ce_time,
    subject: ce.ce_subject,
    sequence: Number(ce.ce_sequence),
    key,
    topic: message.topic,
    partition: message.partition,
    offset: message.offset,
    value: value.data,
    raw,
    traceparent: ce.traceparent,
  };
}

/** In bytes; indexes of the database take 2,704, with whatever else is in them. */
const longestKey = 400;

const isTooLong = (key: Buffer | null) => (key?.byteLength ?? 0) > longestKey;

/** The key as a text, or null when there is none that can be read. Of one that is too long, its beginning and a hash. */
export function keyOf({ key }: RawMessage): string | null {
  try {
    const text = key ? utf8.decode(key) : '';
    if (!text || text.includes('\0')) return null;
    if (!isTooLong(key)) return text;
    return `${text.slice(0, 30).toWellFormed()}… (SHA-256 ${createHash('sha256').update(text).digest('hex')})`;
  } catch {
    return null;
  }
}

function textOf({ value }: RawMessage): string {
  if (value === null) throw wrong('NO_VALUE', 'The message has no value');
  try {
    return utf8.decode(value);
  } catch (error) {
    throw brokenJson(error);
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw brokenJson(error);
  }
}

const brokenJson = (error: unknown) => wrong('BROKEN_JSON', `The value is not JSON: ${(error as Error).message}`);

const wrong = (code: string, message: string) => new PermanentError(`MESSAGE.${code}`, message);

const issues = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => `${path.join('.') || 'value'}: ${message}`)
    .join('; ')
    .slice(0, 2_000);
