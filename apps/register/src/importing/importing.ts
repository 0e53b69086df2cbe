import type { MikroORM } from '@mikro-orm/postgresql';

/** Prints a line for a person. */
export type Say = (line: string) => void;

/** What a command works with; `drain` publishes everything that waits in the outbox. */
export interface Importing {
  readonly orm: MikroORM;
  readonly drain: () => Promise<unknown>;
  readonly say: Say;
}
