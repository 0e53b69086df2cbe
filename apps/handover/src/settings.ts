import { inDevelopment, processSettings, readSettings } from '@academies/web';
import { z } from 'zod';

const list = () => z.string().transform((text) => text.split(',').map((one) => one.trim()));

const schema = {
  // It works in Complete's database, whose default address is therefore Complete's.
  ...processSettings({ service: 'complete', port: 3004 }),
  KAFKA_BROKERS: inDevelopment(list(), 'localhost:9092'),
  KAFKA_NAMESPACE: z.string().optional(),
  /** Domains that the e-mail address of an assigned person may have (domain/handover.md, rule 7). */
  ALLOWED_EMAIL_DOMAINS: list().default(['education.gov.uk']),
};

/** Everything that can be set; read once, here and nowhere else. Tests give their own. */
export const settingsOf = (environment?: Record<string, string>) =>
  readSettings(schema, environment as typeof process.env);
export type Settings = ReturnType<typeof settingsOf>;
export const settingsToken = Symbol('settings');
