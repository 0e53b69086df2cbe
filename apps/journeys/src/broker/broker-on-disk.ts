import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findKafka, localSettings } from '@academies/local';

/** A broker of a test's own, which can be stopped, and whose disk can be kept and put back under those who work with it. */
export async function brokerOnDisk() {
  const folder = mkdtempSync(path.join(tmpdir(), 'academies-broker-'));
  const [dir, kept] = [path.join(folder, 'disk'), path.join(folder, 'kept')];
  const settings = localSettings({ ...process.env, KAFKA_BROKERS: '', BACKENDS: 'local' });
  let broker = await findKafka({ dir, durable: true }, settings);
  const brokers = broker.at.join();
  const whileStopped = async (work: () => unknown) => {
    await broker.stop();
    await work();
    broker = await findKafka({ dir, durable: true }, settings);
    if (broker.at.join() !== brokers) throw new Error('Kafka came back at another address');
  };
  return {
    brokers,
    /** It is away for a moment, and comes back with all that it had. */
    restart: () => whileStopped(() => pause(500)),
    /** Keeps the disk as it is now. */
    keep: () => whileStopped(() => cpSync(dir, kept, { recursive: true })),
    /** The disk is what it was when it was kept. */
    putBack: () =>
      whileStopped(() => {
        rmSync(dir, { recursive: true });
        cpSync(kept, dir, { recursive: true });
      }),
    stop: async () => {
      await broker.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
