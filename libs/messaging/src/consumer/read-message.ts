import { eventOfType, PermanentError } from '@academies/contracts';
import { z } from 'zod';
import type { RawMessage } from './raw-message.ts';
import type { ReceivedEvent } from './received-event.ts';

/** CloudEvents attributes as headers; ours are all required. */
const attributes = z.object({
  ce_specversion: z.literal('1.0'),
  ce_id: z.string().min(1),
  ce_source: z.string().min(1),
  ce_type: z.string().min(1),
  ce_time: z.iso.datetime({ offset: true }),
  ce_subject: z.string().min(1),
  ce_sequence: z.string().regex(/^\d{1,15}$/),
  traceparent: z.string().optional(),
});

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
  const value = definition.value.safeParse(json(message));
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
    traceparent: ce.traceparent,
  };
}

/** The key as a text, or null when there is none that can be read. */
export function keyOf({ key }: RawMessage): string | null {
  try {
    const text = key ? utf8.decode(key) : '';
    return text && !text.includes('\0') ? text : null;
  } catch {
    return null;
  }
}

function json({ value }: RawMessage): unknown {
  if (value === null) throw wrong('NO_VALUE', 'The message has no value');
  try {
    return JSON.parse(utf8.decode(value));
  } catch (error) {
    throw wrong('BROKEN_JSON', `The value is not JSON: ${(error as Error).message}`);
  }
}

const wrong = (code: string, message: string) => new PermanentError(`MESSAGE.${code}`, message);

const issues = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'value'}: ${message}`).join('; ').slice(0, 2_000);
