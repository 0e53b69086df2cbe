import type { MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { KafkaSettings } from '../kafka/kafka-settings.ts';

/** What a relay is told. */
export interface RelayOptions {
  readonly orm: MikroORM;
  readonly kafka: KafkaSettings;
  /** The service whose events these are: `ce_source`, and the key of its watermarks. */
  readonly source: string;
  readonly logger?: Logger | undefined;
  /** Events published at once, at most; fewer when they are large. */
  readonly batchSize?: number | undefined;
  readonly watermarkEveryMs?: number | undefined;
  /** How long published rows stay, for whoever wants to look. */
  readonly keepPublishedSeconds?: number | undefined;
}

/** A record batch of a partition may have 1,048,588 bytes on the broker; all of ours might go to one partition. */
export const bytesAtOnce = 1_000_000;

export const relayDefaults = { batchSize: 1_000, watermarkEveryMs: 5_000, keepPublishedSeconds: 24 * 60 * 60 };
