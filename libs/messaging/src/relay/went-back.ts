import { sql } from '@academies/database';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Broker, PartitionEnds } from '../broker/broker.ts';
import { readLog } from '../broker/read-log.ts';
import { attributes } from '../message/headers.ts';
import type { RawMessage } from '../message/read-message.ts';
import { topicsOfSource } from './watermarks.ts';

/** What a service does when its database went back behind what it has published. */
export interface OnWentBack {
  /**
   * Sequences of its database, each with the place in an event's value (`project.id`) of a text that ends with a number
   * drawn from it: the next one is drawn beyond all that were published.
   */
  readonly draws?: Readonly<Record<string, string>>;
  /** Queues its whole present state again. */
  readonly publishState: (orm: MikroORM) => Promise<unknown>;
}

const wentBackSql = {
  /** Those of these events that this database never published; what is older than its own memory counts as published. */
  unknown: `
    select seen.id from unnest($1::uuid[]) as seen (id)
     where coalesce(uuid_extract_timestamp(seen.id), 'infinity') > (select since from publishing)
       and not exists (select from published_event as known where known.event_id = seen.id)
       and not exists (select from outbox as known where known.event_id = seen.id)`,
  raise: `
    insert into subject_sequence as known (subject, last)
    select subject, last from json_to_recordset($1::json) as seen (subject text, last bigint) order by subject collate "C"
    on conflict (subject) do update set last = greatest(known.last, excluded.last)`,
  drawBeyond: `
    select setval(sequence::regclass, greatest(pg_sequence_last_value(sequence::regclass), last))
      from json_to_recordset($1::json) as seen (sequence text, last bigint)`,
  remember: 'insert into published_event (event_id) select id from unnest($1::uuid[]) as id on conflict do nothing',
};

/**
 * Asked by each relay that begins to lead: a database that was restored, or a stand-by that lagged and took over, does not
 * know that it went back, but its topics do. When they hold an event that it does not know, numbers are drawn beyond the
 * highest that was published, so that "the higher number wins" stays true for every copy; the service publishes its whole
 * present state with them; and only then events go out again. Answers what happened, if it did (docs/adr/008).
 */
export async function whenWentBack(
  { orm, source, onWentBack }: { orm: MikroORM; source: string; onWentBack: OnWentBack },
  broker: Broker,
): Promise<string | undefined> {
  const ask = <Row>(statement: string, given: unknown) => sql<Row>(orm.em.fork(), statement, [given]);
  const unknown = async (ids: readonly string[]) =>
    (await ask<{ id: string }>(wentBackSql.unknown, ids)).map(({ id }) => id);
  const ends = (await broker.offsets(topicsOfSource(source))).filter(({ low, high }) => low !== high);
  if ((await unknown(await newestIds(broker, ends))).length === 0) return undefined;

  const lost = new Map<string, Published>();
  const numbers = new Highest();
  const drawn = new Highest();
  await readLog(broker, ends, async (messages) => {
    const events = messages.flatMap((message) => published(message, source));
    for (const id of await unknown(events.map((event) => event.id)))
      lost.set(id, events.find((event) => event.id === id) as Published);
    for (const { subject, sequence, value } of events) {
      numbers.note(subject, sequence);
      for (const [sequence, place] of Object.entries(onWentBack.draws ?? {}))
        drawn.note(sequence, numberAt(value, place));
    }
  });
  if (lost.size === 0) return undefined; // an event of somebody else
  await ask(wentBackSql.raise, numbers.as('subject'));
  await ask(wentBackSql.drawBeyond, drawn.as('sequence'));
  await onWentBack.publishState(orm);
  // Last: who dies before does it all once more.
  await ask(wentBackSql.remember, [...lost.keys()]);
  // Ids are in the order of their making, where two events have the same time.
  const [first] = [...lost.values()].sort((a, b) => (`${a.time} ${a.id}` < `${b.time} ${b.id}` ? -1 : 1));
  return `The database went back: it does not know ${lost.size} events that were published, the first of them ${first?.type} of ${first?.subject}, ${first?.time} (${first?.id})`;
}

/** The newest event of each partition. */
async function newestIds(broker: Broker, ends: readonly PartitionEnds[]): Promise<string[]> {
  const newest = await Promise.all(
    ends.map(({ topic, partition, high }) => broker.identityAt(topic, partition, String(BigInt(high) - 1n))),
  );
  return newest.flatMap((one) => {
    const { data: id } = attributes.shape.ce_id.safeParse(typeof one === 'string' ? null : one.eventId);
    return id ? [id] : [];
  });
}

type Published = ReturnType<typeof published>[number];

/** What a message of this source says of itself, though a later release might not read it. */
function published({ headers, value }: RawMessage, source: string) {
  const { data: ce } = attributes.safeParse(headers);
  if (ce?.ce_source !== source) return [];
  const { ce_id: id, ce_type: type, ce_time: time, ce_subject: subject } = ce;
  return [{ id, type, time, subject, sequence: Number(ce.ce_sequence), value: parsed(value) }];
}

function parsed(value: Buffer | null): unknown {
  try {
    return JSON.parse(value?.toString() ?? 'null');
  } catch {
    return null;
  }
}

/** The number at the end of a text in an event's value; none is longer than nine digits. */
function numberAt(value: unknown, place: string): number {
  const found = place
    .split('.')
    .reduce<unknown>((inside, name) => (inside as Record<string, unknown> | null | undefined)?.[name], value);
  return Number(/(?<!\d)\d{1,9}$/.exec(String(found))?.[0] ?? 0);
}

/** The highest number of each name. */
class Highest {
  private readonly numbers = new Map<string, number>();

  note(name: string, number: number): void {
    if (number > (this.numbers.get(name) ?? 0)) this.numbers.set(name, number);
  }

  /** As JSON for `json_to_recordset`. */
  as(name: string): string {
    return JSON.stringify([...this.numbers].map(([key, last]) => ({ [name]: key, last })));
  }
}
