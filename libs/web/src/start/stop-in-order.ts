import type { Server } from 'node:http';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Readiness } from '../health/readiness.ts';

/** How long requests in hand may take once a stop has begun. */
const patience = 10_000;

/**
 * The stop order of DESIGN.md: not ready; consumers finish their batch and leave; the relay stops (Nest's destroy
 * hooks); HTTP drains; the database closes (Nest's shutdown hooks). Asked twice, it is one stop.
 */
export function stopInOrder(app: NestExpressApplication, server: Server): () => Promise<void> {
  const logger = new Logger('Stop');
  let stopping: Promise<void> | undefined;

  const stop = async (): Promise<void> => {
    app.get(Readiness).stop();
    await Promise.all(
      app.getMicroservices().map((consumer) => consumer.close().catch((error: unknown) => logger.error(error))),
    );
    // A connection kept alive would hold the server open until its browser lets go.
    server.prependListener('request', (_, response) => void response.setHeader('Connection', 'close'));
    const impatient = setTimeout(() => server.closeAllConnections(), patience);
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    try {
      await app.close();
    } finally {
      clearTimeout(impatient);
      clearInterval(idle);
    }
    logger.log('Stopped');
  };
  return () => (stopping ??= stop());
}
