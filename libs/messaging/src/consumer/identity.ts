import { topics } from '@academies/contracts';
import { v5, validate } from 'uuid';
import type { RawMessage } from './raw-message.ts';
import { keyOf } from './read-message.ts';

const namespace = '0192f0c1-6d1e-7c7a-9f0a-3b1f6c2d9e58';

/** What the inbox knows a message by: its `ce_id`, or for a message without one, where and what it is. */
export function inboxId(message: RawMessage): string {
  const { ce_id: id, ce_source: source } = message.headers;
  if (id && validate(id)) return id;
  if (id) return v5(`${source}\n${id}`, namespace);
  const { topic, partition, offset, value } = message;
  return v5(`${topic}\n${partition}\n${offset}\n${value?.toString('base64')}`, namespace);
}

/**
 * What must stay in order with this message when it is parked: the messages of its key, across the topics whose keys mean
 * the same thing (a project's id in both project topics). A message without a key is alone.
 */
export function laneOf(message: RawMessage): string {
  const key = keyOf(message);
  return key === null ? `message ${inboxId(message)}` : `${topics[message.topic].key} ${key}`;
}
