import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import type { KafkaSettings } from './kafka-settings.ts';

// https://kafka.apache.org/protocol: the kind of request, and the error in the answer.
const joinGroup = 11;
const groupLoadInProgress = 14;

/**
 * The broker, by a way in that can be told to hang: what is sent is taken, and nothing is answered any more. Or it answers
 * the first who wants to join a group, as a broker does that has just started, that the group is still being loaded.
 */
export async function illBroker({ brokers, ...settings }: KafkaSettings) {
  const [host = '', port = ''] = (brokers[0] ?? '').split(':');
  const sockets = new Set<Socket>();
  let hangs = false;
  let joining: number | undefined;
  let loads = false;
  const server = createServer((client) => {
    const broker = connect(Number(port), host);
    for (const socket of [client, broker]) sockets.add(socket.on('error', () => {}));
    client.on('data', (bytes) => void (hangs || broker.write(asked(bytes)))).on('close', () => broker.destroy());
    broker
      .on('data', (bytes) => void (hangs || client.write(here(loading(bytes)))))
      .on('close', () => client.destroy());
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

  /** A request: length, kind, version, number. An answer: length, number, throttle time, error. */
  const asked = (bytes: Buffer): Buffer => {
    if (loads && bytes.length >= 12 && bytes.readInt16BE(4) === joinGroup) joining = bytes.readInt32BE(8);
    return bytes;
  };
  const loading = (bytes: Buffer): Buffer => {
    if (!loads || bytes.length < 14 || bytes.readInt32BE(4) !== joining) return bytes;
    loads = false;
    bytes.writeInt16BE(groupLoadInProgress, 12);
    return bytes;
  };

  return {
    settings: { ...settings, brokers: [`127.0.0.1:${address.port}`] },
    hang: () => void (hangs = true),
    load: () => void (loads = true),
    isLoading: () => loads,
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
