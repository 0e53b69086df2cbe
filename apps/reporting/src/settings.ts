import { inDevelopment, readSettings, webSettings } from '@academies/web';
import { z } from 'zod';

const schema = {
  ...webSettings({ service: 'reporting', port: 3003 }),
  KAFKA_BROKERS: inDevelopment(
    z.string().transform((brokers) => brokers.split(',').map((broker) => broker.trim())),
    'localhost:9092',
  ),
  KAFKA_NAMESPACE: z.string().optional(),
};

/** Everything that can be set; read once, here and nowhere else. Tests give their own. */
export const settingsOf = (environment?: Record<string, string>) =>
  readSettings(schema, environment as typeof process.env);
export type Settings = ReturnType<typeof settingsOf>;

/** How this service reaches Kafka. */
export const kafkaOf = ({ KAFKA_BROKERS: brokers, KAFKA_NAMESPACE: namespace }: Settings) => ({
  brokers,
  clientId: 'reporting',
  ...(namespace && { namespace }),
});

/** Where links in cells lead to. */
export const addressesOf = ({ PREPARE_URL: prepare, COMPLETE_URL: complete }: Settings) => ({ prepare, complete });
