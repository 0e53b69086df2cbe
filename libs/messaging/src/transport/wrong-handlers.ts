import type { MessageHandler } from '@nestjs/microservices';
import type { Subscription } from '../consumer/subscription.ts';

/** What does not fit together between a subscription and the handlers that Nest found. */
export function wrongHandlers({ group, topics }: Subscription, handlers: ReadonlyMap<string, MessageHandler>): string[] {
  const types = Object.values(topics).flatMap((choices) => Object.entries(choices));
  const handled = new Set(types.flatMap(([type, handling]) => (handling === 'handled' && !ours.has(type) ? [type] : [])));
  return [
    ...[...handled].filter((type) => !handlers.has(type)).map((type) => `${group} handles ${type}, but no handler is there for it`),
    ...[...handlers.keys()].filter((type) => !handled.has(type)).map((type) => `a handler is there for ${type}, which ${group} does not handle`),
    ...[...handlers].filter(([, { next }]) => next).map(([type]) => `two handlers are there for ${type}, whose order nobody knows`),
  ];
}

/** Watermarks are taken note of by the consumer itself. */
const ours = new Set(['watermark.advanced.v1']);
