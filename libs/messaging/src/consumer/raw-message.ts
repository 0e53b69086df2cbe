import type { TopicName } from '@academies/contracts';
import type { IHeaders, KafkaMessage } from 'kafkajs';

/** A message as the broker keeps it, or as a dead letter keeps it; nothing is read from it yet. */
export interface RawMessage {
  readonly topic: TopicName;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

export const rawMessage = (topic: TopicName, partition: number, message: KafkaMessage): RawMessage => ({
  topic,
  partition,
  offset: message.offset,
  key: message.key,
  value: message.value,
  headers: texts(message.headers ?? {}),
});

/** Headers as texts; of a header that is there twice the first counts. PostgreSQL takes no NUL. */
const texts = (headers: IHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, given]) => {
      const value = Array.isArray(given) ? given[0] : given;
      return value === undefined ? [] : [[storable(name), storable(value.toString())]];
    }),
  );

/** A text that PostgreSQL takes. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
