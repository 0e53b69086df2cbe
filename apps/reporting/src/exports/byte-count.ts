import { Transform, type TransformCallback } from 'node:stream';

/** Counts what passes. */
export class ByteCount extends Transform {
  total = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.total += chunk.length;
    done(null, chunk);
  }
}
