import { createConnection, createServer } from 'node:net';

const host = '127.0.0.1';

/** A port that nobody listens on. */
export const freePort = () => listened(0);

/** That port when it is free, else another one. */
export const freePortLike = async (wanted?: number) => (wanted && (await isFree(wanted)) ? wanted : freePort());

/** Whether nobody listens there; an address that this system does not have is nobody's. */
export const isFree = async (port: number, on = host): Promise<boolean> =>
  listened(port, on).then(
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
    socket.once('connect', () => done(true)).once('error', () => done(false)).once('timeout', () => done(false));
  });

const listened = (port: number, on = host) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().unref();
    server.once('error', reject);
    server.listen(port, on, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
