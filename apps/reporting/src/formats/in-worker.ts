import path from 'node:path';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Work } from './format.worker.ts';

/** Beside this file, as it was built or as it is written: Node takes types off by itself. */
const program = new URL(`format.worker${path.extname(import.meta.url)}`, import.meta.url);

/**
 * Rows as COPY's text in, the bytes of a file out, made in a thread of its own: pages answer meanwhile. It is as fast as
 * its reader; when it fails, the stream does, and when the stream is left, it ends.
 */
export function inWorker(work: Work): Duplex {
  const worker = new Worker(program, { workerData: work, stdin: true, stdout: true });
  const stream = Duplex.from({ writable: worker.stdin, readable: worker.stdout });
  worker.once('error', (error) => stream.destroy(error));
  stream.once('close', () => void worker.terminate());
  return stream;
}
