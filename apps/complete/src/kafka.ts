import type { KafkaSettings } from '@academies/messaging';
import { type Logger, pino } from 'pino';
import type { Settings } from './settings.ts';

/** How Complete reaches Kafka. */
export const kafkaOf = ({ KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: namespace }: Settings): KafkaSettings => ({
  brokers,
  namespace,
  clientId: 'complete',
});

/** What the relay writes its log with. */
export const loggerOf = ({ LOG_LEVEL: level }: Settings): Logger => pino({ level, base: { service: 'complete' } });
