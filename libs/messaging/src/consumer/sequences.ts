import { topics } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import type { Arrival } from './arrival.ts';
import { consumerSql } from './consumer.sql.ts';

/** Numbers of a subject that were skipped. It stops nothing: each event carries the whole state (DESIGN.md, Events). */
export interface Gap {
  readonly source: string;
  readonly subject: string;
  readonly missing: number;
}

/**
 * Notes the newest number of each subject and answers the gaps. What was seen before is none, however often it is
 * published again. Compacted topics are meant to have gaps.
 */
export async function noteSequences(em: EntityManager, group: string, arrivals: readonly Arrival[]): Promise<Gap[]> {
  const seen = arrivals.flatMap(({ message }) => {
    const { ce_source: source, ce_subject: subject, ce_sequence } = message.headers;
    const sequence = Number(ce_sequence);
    if (topics[message.topic].compacted || !source || !subject || !Number.isSafeInteger(sequence)) return [];
    return [{ source, subject, sequence }];
  });
  return seen.length === 0 ? [] : sql<Gap>(em, consumerSql.sequences, [group, JSON.stringify(seen)]);
}
