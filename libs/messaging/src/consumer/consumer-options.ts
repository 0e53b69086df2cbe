import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { KafkaSettings } from '../broker/kafka-settings.ts';
import type { ParkedEvent } from '../dead-letters/parked-event.ts';
import type { ToPark } from '../dead-letters/park.ts';
import type { ReceivedEvent } from '../message/read-message.ts';
import type { Subscription } from '../message/incoming-message.ts';

/** What a batch came to, before anything of it is kept. */
export interface Parted {
  readonly flowing: ReceivedEvent[];
  readonly parking: ToPark[];
}

/** Takes out of a batch what must not be kept any more, in the transaction of `em`: of people who were erased (docs/adr/009). */
export type Screen = (em: EntityManager, parted: Parted) => Promise<Parted>;

/** What an ConsumerRunner is told. All hooks run in the transaction of `em`; they write there and nowhere else. */
export interface ConsumerOptions {
  readonly orm: MikroORM;
  readonly kafka: KafkaSettings;
  readonly subscription: Subscription;
  /** Brings events of handled types into effect, in their order. Never called with an event twice, nor out of a key's order. */
  readonly apply: (events: ReceivedEvent[], em: EntityManager) => Promise<void>;
  /** Asked of each batch before inbox, dead letters and `apply`. */
  readonly screen?: Screen | undefined;
  /** An event was set aside: the one that failed, or one that now waits behind it (`kind: 'waiting'`). */
  readonly onParked?: ((em: EntityManager, parked: ParkedEvent) => Promise<void>) | undefined;
  /** Somebody gave an event up, with a note. */
  readonly onDiscarded?:
    ((em: EntityManager, parked: ParkedEvent, note: string, by: string) => Promise<void>) | undefined;
  /** Where a group begins that has no position as yet: at the first message, unless told otherwise. */
  readonly fromBeginning?: boolean | undefined;
  /** One process at a time; others stand by without joining the group (a projector has one writer). */
  readonly activeOnlyOne?: boolean | undefined;
  /** It is this process's turn (with `activeOnlyOne`, the lock is ours): what must be done before the first event. */
  readonly onActive?: ((stop: AbortSignal) => Promise<void>) | undefined;
  /** Messages in one transaction. */
  readonly batchSize?: number | undefined;
  /** After how long without a heartbeat the partitions of a dead process go to others; 6 s, the least that brokers allow. */
  readonly sessionTimeoutMs?: number | undefined;
  readonly logger?: Logger | undefined;
  /** A consumer that lags and does not read, for no reason that goes away: ends the process, unless told otherwise. */
  readonly onStuck?: ((reason: string) => void) | undefined;
}
