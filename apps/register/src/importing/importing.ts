import type { MikroORM } from '@mikro-orm/postgresql';

/** Prints a line for a person. */
export type Say = (line: string) => void;

/** What a command works with. */
export interface Importing {
  readonly orm: MikroORM;
  /** Publishes everything that waits in the outbox. */
  readonly drain: () => Promise<void>;
  readonly say: Say;
}
