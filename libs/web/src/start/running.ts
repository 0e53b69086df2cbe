import type { INestApplication } from '@nestjs/common';
import type { CustomTransportStrategy } from '@nestjs/microservices';

/** How an application is started. */
export interface StartOptions {
  /** 0 takes any free one (tests); the setting PORT unless told. */
  readonly port?: number;
  /** Consumers that start with it and stop before anything else: `eventConsumers`. */
  readonly strategies?: (app: INestApplication) => CustomTransportStrategy[];
}

/** An application that runs. */
export interface Running {
  readonly app: INestApplication;
  /** Where it listens, `http://localhost:3001`. */
  readonly url: string;
  /** Stops in the design's order: not ready, consumers, relay, HTTP drains, database. Asked twice, it is one stop. */
  readonly stop: () => Promise<void>;
}
