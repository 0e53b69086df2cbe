import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** What opened a connection this long ago and asked nothing is not about to. */
const patienceMs = 1_000;

/**
 * Connections on which nobody ever asked anything, as browsers open them in advance. Node takes them for busy, so that a
 * server that closes waits for their end. Answers what closes them.
 */
export function unusedConnections(server: Server): () => void {
  const openedAt = new Map<Socket, number>();
  server.on('connection', (socket: Socket) => {
    openedAt.set(socket, performance.now());
    socket.once('close', () => openedAt.delete(socket));
  });
  server.on('request', ({ socket }) => openedAt.delete(socket));
  return () => {
    const opened = performance.now() - patienceMs;
    for (const [socket, at] of openedAt) if (at < opened) socket.destroy();
  };
}
