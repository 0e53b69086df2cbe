import type { Batch, KafkaMessage } from 'kafkajs';

/** Messages for one transaction, and the offset to go on from after them. */
export interface Slice {
  readonly messages: KafkaMessage[];
  readonly nextOffset: string;
}

/** A batch in slices; after the last one the partition goes on behind what the broker itself keeps there. */
export function* chunksOf(batch: Batch, size: number): Generator<Slice> {
  const { messages } = batch;
  for (let begin = 0; begin < messages.length; begin += size) {
    const slice = messages.slice(begin, begin + size);
    const isLast = begin + size >= messages.length;
    const last = isLast ? batch.lastOffset() : (slice.at(-1) as KafkaMessage).offset;
    yield { messages: slice, nextOffset: String(BigInt(last) + 1n) };
  }
}
