import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { Readiness } from '../health/readiness.ts';

/** How long all before the database may take, requests in hand among it, once a stop has begun. */
const patience = 8_000;

/**
 * The stop order of docs/architecture.md: not ready; consumers finish their batch and leave; the relay stops (Nest's destroy
 * hooks); HTTP drains; the database closes (Nest's shutdown hooks). Asked twice, it is one stop.
 */
export function stopInOrder(
  app: NestExpressApplication,
  server: Server,
  consumers: readonly CustomTransportStrategy[],
): () => Promise<void> {
  const logger = new Logger('Stop');
  const closeUnused = unusedConnections(server);
  let stopping: Promise<void> | undefined;

  // Not by Nest's `microservice.close()`, which would run every other hook of the shared container first.
  const leave = async (consumer: CustomTransportStrategy): Promise<void> => {
    try {
      await consumer.close();
    } catch (error) {
      logger.error(error);
    } finally {
      consumer.close = () => undefined; // Nest closes it once more at the very end
    }
  };

  const stop = async (): Promise<void> => {
    const begun = performance.now();
    app.get(Readiness).stop();
    await Promise.all(consumers.map(leave));
    // A connection kept alive would hold the server open until its browser lets go.
    server.prependListener('request', (_, response) => void response.setHeader('Connection', 'close'));
    const impatient = setTimeout(() => server.closeAllConnections(), patience - (performance.now() - begun));
    const idle = setInterval(() => {
      if (server.listening) return;
      server.closeIdleConnections();
      closeUnused();
    }, 50);
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

/** What opened a connection this long ago and asked nothing is not about to. */
const unusedMs = 1_000;

/**
 * Connections on which nobody ever asked anything, as browsers open them in advance. Node takes them for busy, so that a
 * server that closes waits for their end. Answers what closes them.
 */
function unusedConnections(server: Server): () => void {
  const openedAt = new Map<Socket, number>();
  server.on('connection', (socket: Socket) => {
    openedAt.set(socket, performance.now());
    socket.once('close', () => openedAt.delete(socket));
  });
  server.on('request', ({ socket }) => openedAt.delete(socket));
  return () => {
    const opened = performance.now() - unusedMs;
    for (const [socket, at] of openedAt) if (at < opened) socket.destroy();
  };
}
