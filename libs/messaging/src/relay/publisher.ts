import type { Admin, Producer } from 'kafkajs';
import type { Logger } from 'pino';
import { connectTo } from '../kafka/connect.ts';
import type { KafkaSettings } from '../kafka/kafka-settings.ts';
import { producerOf } from '../kafka/producer.ts';

/** The relay's connections to Kafka, opened when first needed. */
export interface Publisher {
  readonly admin: Admin;
  connected(): Promise<Producer>;
  close(): Promise<void>;
}

export function openPublisher(settings: KafkaSettings, logger: Logger): Publisher {
  const kafka = connectTo(settings, logger);
  const producer = producerOf(kafka);
  const admin = kafka.admin();
  let isConnected = false;
  return {
    admin,
    connected: async () => {
      if (!isConnected) await Promise.all([producer.connect(), admin.connect()]);
      isConnected = true;
      return producer;
    },
    close: async () => {
      await Promise.allSettled([producer.disconnect(), admin.disconnect()]);
    },
  };
}
