import { PreparedProjectChanged, type TopicName } from '@academies/contracts';
import type { IHeaders, Message } from 'kafkajs';
import { v7 } from 'uuid';
import { connectTo } from '../kafka/connect.ts';
import { type KafkaSettings, onBroker } from '../kafka/kafka-settings.ts';
import { producerOf } from '../kafka/producer.ts';
import { quiet } from './quiet.ts';

const value = JSON.stringify(PreparedProjectChanged.example());

/** A message as the relay makes it: the change number `sequence` of a project. */
export function aMessage(project: string, sequence: number, { headers = {}, ...more }: Partial<Message> = {}): Message {
  const attributes: IHeaders = {
    ce_specversion: '1.0',
    ce_id: v7(),
    ce_source: 'prepare',
    ce_type: PreparedProjectChanged.type,
    ce_time: '2027-04-01T09:00:00.000Z',
    ce_subject: project,
    ce_sequence: String(sequence),
  };
  return { key: project, value, ...more, headers: { ...attributes, ...headers } };
}

/** Publishes messages, good and bad, as they are. */
export async function send(kafka: KafkaSettings, messages: Message[], topic: TopicName = 'prepare.projects'): Promise<void> {
  const producer = producerOf(connectTo(kafka, quiet));
  await producer.connect();
  await producer.send({ topic: onBroker(kafka, topic), messages });
  await producer.disconnect();
}
