/** The two parts that every service leans on. */
export interface Parts {
  /** A user of the PostgreSQL server who may create databases. */
  readonly databaseUrl: string;
  readonly brokers: string[];
  stop(): Promise<void>;
}

/** One of the two, and how it is stopped. What was there before us is left running. */
export interface Part<What> {
  readonly at: What;
  stop(): Promise<void>;
}

/** Tells a person what is going on. */
export type Say = (line: string) => void;

/** Where parts keep what they keep, and what for. */
export interface Housing {
  readonly dir: string;
  readonly logs?: string;
  /** False for tests, where nothing needs to survive a power cut. */
  readonly durable?: boolean;
  readonly say?: Say;
  readonly onProgress?: (fetched: number, total: number) => void;
}
