import { topics } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from '../database/sql.ts';
import type { Arrival } from './arrival.ts';
import { consumerSql } from './consumer.sql.ts';

interface Numbers {
  readonly source: string;
  readonly subject: string;
  first: number;
  last: number;
  holes: number;
}

/** Numbers of a subject that were skipped. It stops nothing: each event carries the whole state (DESIGN.md, Events). */
export interface Gap {
  readonly source: string;
  readonly subject: string;
  readonly missing: number;
}

/** Notes the newest number of each subject and answers the gaps. Compacted topics are meant to have gaps. */
export async function noteSequences(em: EntityManager, group: string, arrivals: readonly Arrival[]): Promise<Gap[]> {
  const numbers = new Map<string, Numbers>();
  for (const { message } of arrivals) {
    const { ce_source: source, ce_subject: subject, ce_sequence } = message.headers;
    const sequence = Number(ce_sequence);
    if (topics[message.topic].compacted || !source || !subject || !Number.isSafeInteger(sequence)) continue;
    const known = numbers.get(`${source}\n${subject}`);
    if (!known) numbers.set(`${source}\n${subject}`, { source, subject, first: sequence, last: sequence, holes: 0 });
    else if (sequence > known.last) {
      known.holes += sequence - known.last - 1;
      known.last = sequence;
    }
  }
  return numbers.size === 0 ? [] : sql<Gap>(em, consumerSql.sequences, [group, JSON.stringify([...numbers.values()])]);
}
