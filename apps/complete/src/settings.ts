import { inDevelopment, readSettings, webSettings } from '@academies/web';
import { z } from 'zod';

const list = () => z.string().transform((text) => text.split(',').map((one) => one.trim()));

const schema = {
  ...webSettings({ service: 'complete', port: 3002 }),
  KAFKA_BROKERS: inDevelopment(list(), 'localhost:9092'),
  KAFKA_NAMESPACE: z.string().optional(),
  /** Hosts that SharePoint links may have (domain/handover.md, "After creation"). */
  SHAREPOINT_HOSTS: list().default(['educationgovuk.sharepoint.com', 'educationgovuk-my.sharepoint.com']),
};

/** Everything that can be set; read once, here and nowhere else. Tests give their own. */
export const settingsOf = (environment?: Record<string, string>) =>
  readSettings(schema, environment as typeof process.env);
export type Settings = ReturnType<typeof settingsOf>;
export const settingsToken = Symbol('settings');
