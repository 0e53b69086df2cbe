import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartupError } from '../errors/startup-error.ts';
import { type Jar, kafkaJars } from './jar-list.ts';

export interface FetchKafka {
  /** Where jars are kept, for every checkout of this user. */
  readonly cache: string;
  /** Maven Central, or a mirror with the same layout. */
  readonly from: string;
  readonly jars?: readonly Jar[];
  readonly onProgress?: (fetched: number, total: number) => void;
}

/**
 * The folder with Kafka's jars. What is missing is fetched, eight at a time; each jar counts only when its checksum
 * is right, and has its name only then, so a broken download goes on where it stopped.
 */
export async function fetchKafka({ cache, from, jars = kafkaJars(), onProgress }: FetchKafka): Promise<string> {
  const folder = path.join(cache, 'kafka-4.3.0');
  mkdirSync(folder, { recursive: true });
  const missing = jars.filter((jar) => !isThere(folder, jar));
  const total = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  let fetched = 0;
  const waiting = [...missing];
  const worker = async () => {
    for (let jar = waiting.pop(); jar; jar = waiting.pop()) {
      await fetchJar(jar, folder, from);
      fetched += jar.bytes;
      onProgress?.(fetched, total);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return folder;
}

/** The size is enough here: no jar gets its name with a wrong checksum. */
const isThere = (folder: string, { name, bytes }: Jar) => {
  const file = path.join(folder, name);
  return existsSync(file) && statSync(file).size === bytes;
};

async function fetchJar(jar: Jar, folder: string, from: string): Promise<void> {
  const body = await download(`${from.replace(/\/$/, '')}/${jar.path}`);
  if (sha256(body) !== jar.sha256) {
    throw new StartupError(
      `${jar.name} is not the file that was expected (its checksum differs).`,
      `Is ${from} what you meant? Try again, or set MAVEN_MIRROR.`,
    );
  }
  const partial = path.join(folder, `${jar.name}.${process.pid}.part`);
  writeFileSync(partial, body);
  renameSync(partial, path.join(folder, jar.name));
}

async function download(url: string): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(120_000) });
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      throw new Error(`${url} answered ${answer.status}`);
    } catch (error) {
      if (attempt === 3) throw unreachable(url, error as Error);
      await pause(attempt * 500);
    }
  }
}

const unreachable = (url: string, error: Error) =>
  new StartupError(
    `Kafka could not be fetched from ${new URL(url).host} (${error.cause instanceof Error ? error.cause.message : error.message}).`,
    'Check the network and start again, it goes on where it stopped; behind a proxy set HTTPS_PROXY; or set KAFKA_BROKERS to a broker that runs.',
    { cause: error },
  );

const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');
