import { z } from 'zod';
import { allEvents } from './all-events.ts';
import { topicNames, topics, type EventDefinition } from '../event/event.ts';

/** CloudEvents 1.0 attributes as Kafka headers, binary mode; all values are text. */
const headers = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_subject', 'ce_sequence'],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: {
      type: 'string',
      format: 'uuid',
      description: 'UUID version 7; a second event with the same id is dropped',
    },
    ce_source: { type: 'string', description: 'The service that publishes' },
    ce_type: { type: 'string' },
    ce_time: { type: 'string', format: 'date-time', description: 'When it happened' },
    ce_subject: { type: 'string', description: 'What it is about' },
    ce_sequence: { type: 'string', description: 'Counts per subject, from 1; a gap is reported and stops nothing' },
    traceparent: { type: 'string', description: 'W3C Trace Context' },
  },
};

const messagesOf = (topic: string) => allEvents.filter((event) => event.topic === topic);
const channel = (topic: string) => topic.replaceAll(/[.-]/g, '_');

/** The whole of what travels through Kafka, as AsyncAPI 3.0. */
export const asyncApi = () => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Academies: project and register events',
    version: '1.0.0',
    description: 'CloudEvents 1.0 in binary mode, values in JSON. Made from libs/contracts; do not edit.',
  },
  defaultContentType: 'application/json',
  channels: Object.fromEntries(
    topicNames.map((topic) => [
      channel(topic),
      {
        address: topic,
        description: `Key: ${topics[topic].key}.`,
        messages: Object.fromEntries(
          messagesOf(topic).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]),
        ),
        bindings: {
          kafka: {
            partitions: topics[topic].partitions,
            topicConfiguration: { 'cleanup.policy': [topics[topic].compacted ? 'compact' : 'delete'] },
          },
        },
      },
    ]),
  ),
  components: {
    messages: Object.fromEntries(
      allEvents.map((event) => [
        event.type,
        {
          name: event.type,
          summary: event.meaning,
          headers,
          payload: { $ref: `./events/${event.type}.schema.json` },
          examples: [{ payload: event.example() }],
        },
      ]),
    ),
  },
});

/** The JSON Schema (draft 2020-12) of what an event carries. */
export const jsonSchemaOf = (event: EventDefinition) => ({
  $id: `${event.type}.schema.json`,
  title: event.type,
  description: event.meaning,
  ...z.toJSONSchema(event.value, { io: 'input' }),
});

/** Every reference file: its path below docs/reference, and what it says. */
export const referenceFiles = (): Record<string, string> =>
  Object.fromEntries(
    [
      ...allEvents.map((event) => [`events/${event.type}.schema.json`, jsonSchemaOf(event)] as const),
      ['asyncapi.json', asyncApi()] as const,
    ].map(([path, content]) => [path, `${JSON.stringify(content, null, 2)}\n`]),
  );
