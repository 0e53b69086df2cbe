import { createConnection, createServer } from 'node:net';
import getPort from 'get-port';

const host = '127.0.0.1';

/** A port that nobody listens on, and that nobody else in this process was given just now. */
export const freePort = () => getPort({ host });

/** That port when it is free, else another one. */
export const freePortLike = async (wanted?: number) => (wanted && (await isFree(wanted)) ? wanted : freePort());

/** Whether nobody listens there; an address that this system does not have is nobody's. */
export const isFree = async (port: number, on = host): Promise<boolean> =>
  listen(port, on).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'EADDRINUSE' && error.code !== 'EACCES',
  );

/** Whether somebody answers there. */
export const answers = (hostname: string, port: number, within = 2_000): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host: hostname, port, timeout: within });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => done(true))
      .once('error', () => done(false))
      .once('timeout', () => done(false));
  });

const listen = (port: number, on: string) =>
  new Promise<void>((resolve, reject) => {
    const server = createServer().unref();
    server.once('error', reject);
    server.listen(port, on, () => server.close(() => resolve()));
  });
