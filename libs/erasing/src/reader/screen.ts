import { sql } from '@academies/database';
import type { ReceivedEvent, Screen } from '@academies/messaging';
import { erasedIn } from '../database/erasures.ts';
import { eraseIn, inText } from '../person/erase-in.ts';
import { Erased } from '../person/person-hash.ts';
import type { ErasureSettings } from '../settings/erasure-settings.ts';

const versionSql = 'select coalesce(max(id), 0)::text as version from erased';

type Parked = Parameters<Screen>[1]['parking'][number];

/**
 * What every consumer's reader applies before inbox, journal and dead letters, so that a topic that is read again brings
 * nobody back. It asks in the batch's own transaction who was erased; where nobody was, that is all it does.
 */
export function screenOf({ ERASURE_KEY: key }: ErasureSettings): Screen {
  let known = { version: '0', erased: new Erased(key, []) };
  return async (em, parted) => {
    if (parted.flowing.length + parted.parking.length === 0) return parted;
    const [now] = await sql<{ version: string }>(em, versionSql);
    if (now && now.version !== known.version) known = { ...now, erased: await erasedIn(em, key) };
    const { erased } = known;
    if (erased.isNobody) return parted;
    return {
      flowing: parted.flowing.map((event) => eventWithout(event, erased)),
      parking: parted.parking.map((parked) => parkedWithout(parked, erased)),
    };
  };
}

function eventWithout(event: ReceivedEvent, erased: Erased): ReceivedEvent {
  const sent: unknown = JSON.parse(event.raw);
  const left = eraseIn(sent, erased);
  return left === sent ? event : { ...event, value: eraseIn(event.value, erased), raw: JSON.stringify(left) };
}

/** Also what cannot be read, as far as it can be: as JSON, else as a text. */
function parkedWithout(parked: Parked, erased: Erased): Parked {
  const { incoming, error } = parked;
  const { message, event } = incoming;
  if (error instanceof Error) {
    error.message = inText(error.message, erased);
    if (error.stack) error.stack = inText(error.stack, erased);
  }
  const value = message.value && bytesWithout(message.value, erased);
  if (value === message.value) return parked;
  return {
    ...parked,
    incoming: { ...incoming, message: { ...message, value }, event: event && eventWithout(event, erased) },
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Bytes without the erased: the same when they hold nothing of them. */
export function bytesWithout(bytes: Buffer, erased: Erased, onText?: Parameters<typeof inText>[2]): Buffer {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return bytes;
  }
  const left = jsonOrTextWithout(text, erased, onText);
  return left === text ? bytes : Buffer.from(left);
}

/** A text that may be JSON, without the erased. */
export function jsonOrTextWithout(text: string, erased: Erased, onText?: Parameters<typeof inText>[2]): string {
  const json = /^\s*[[{]/.test(text) ? parsed(text) : undefined;
  if (json === undefined) return inText(text, erased, onText);
  const left = eraseIn(json, erased, onText);
  return left === json ? text : JSON.stringify(left);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
