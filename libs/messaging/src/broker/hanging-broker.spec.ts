import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import type { KafkaSettings } from './kafka-settings.ts';

/** The broker, by a way in that can be told to hang: what is sent is taken, and nothing is answered any more. */
export async function hangingBroker({ brokers, ...settings }: KafkaSettings) {
  const [host = '', port = ''] = (brokers[0] ?? '').split(':');
  const sockets = new Set<Socket>();
  let hangs = false;
  const server = createServer((client) => {
    const broker = connect(Number(port), host);
    for (const socket of [client, broker]) sockets.add(socket.on('error', () => {}));
    client.on('data', (bytes) => void (hangs || broker.write(bytes))).on('close', () => broker.destroy());
    broker.on('data', (bytes) => void (hangs || client.write(here(bytes)))).on('close', () => client.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address() as { port: number };

  /** A broker tells its clients where it is to be found: host, with its length before it, and port. */
  const named = Buffer.concat([Buffer.from([host.length]), Buffer.from(host), portOf(Number(port))]);
  const here = (bytes: Buffer): Buffer => {
    for (let at = bytes.indexOf(named); at >= 0; at = bytes.indexOf(named, at + 1))
      portOf(address.port).copy(bytes, at + 1 + host.length);
    return bytes;
  };

  return {
    settings: { ...settings, brokers: [`127.0.0.1:${address.port}`] },
    hang: () => void (hangs = true),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

function portOf(port: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(port);
  return bytes;
}
