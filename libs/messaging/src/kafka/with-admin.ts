import type { Admin } from 'kafkajs';
import type { Logger } from 'pino';
import { connectTo } from './connect.ts';
import type { KafkaSettings } from './kafka-settings.ts';

/** Asks the brokers something, on a connection that closes afterwards. */
export async function withAdmin<Result>(
  settings: KafkaSettings,
  logger: Logger,
  ask: (admin: Admin) => Promise<Result>,
): Promise<Result> {
  const admin = connectTo(settings, logger).admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect().catch(() => {});
  }
}
