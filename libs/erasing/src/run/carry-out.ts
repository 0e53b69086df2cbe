import { ErasureAnswered, type erasureSteps, newEvent, type PersonHash } from '@academies/contracts';
import { type Session, sql } from '@academies/database';
import { queueEvents } from '@academies/messaging';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Erasure } from '../database/erasures.ts';
import { Erased } from '../person/person-hash.ts';
import { rulesOf, type TableRules, walkedTables } from './walked-tables.ts';
import { type TextPlace, walkTable } from './walk-table.ts';

/** What a service says of itself to the eraser. */
export interface ErasingService {
  /** As whom it answers. */
  readonly service: string;
  readonly rules: TableRules;
  /** Living projects that still need one of these people, in words: then they are not erased. */
  readonly living: (em: EntityManager, erased: Erased) => Promise<string[]>;
  /** What is made from the rows that were walked over is made anew: false while something old is left. */
  readonly afterwards?: (session: Session, erased: Erased, since: Date) => Promise<boolean>;
}

/** Everything that a run works with. */
export interface ErasingParts extends ErasingService {
  readonly orm: MikroORM;
  readonly key: string;
}

interface Found {
  readonly rows: Record<string, number>;
  readonly texts: ReadonlyMap<string, TextPlace>;
}

const runSql = {
  texts: `select "of", hash, words from erased where "of" = 'text'`,
  saveText: `
    insert into erasure_text (erasure, hash, place) values ($1, $2, $3::json)
    on conflict (erasure, hash) do update set place = excluded.place`,
  /** What nobody judged and is not there any more. */
  forgetTexts: `delete from erasure_text where erasure = $1 and state = 'waiting' and hash <> all ($2)`,
  waiting: `select count(*)::int as texts from erasure_text where erasure = $1 and state = 'waiting'`,
  found: 'select found from erasure_answer where erasure = $1 and service = $2',
  looked: 'update erasure set looked_at = clock_timestamp() where id = $1 and looked_at is null returning 1',
  known: 'select coalesce(max(id), 0)::text as version from erased',
  /** Who clears a text writes this row too: after this statement what they wrote is seen. */
  held: 'select from erasure where id = $1 for update',
  /** A text that was cleared during the walk is not among those that it took out: then it is no whole walk. */
  walked: `
    update erasure set walked_at = clock_timestamp()
     where id = $1 and (select coalesce(max(id), 0)::text from erased) = $2 returning walked_at as "walkedAt"`,
  done: 'update erasure set done_at = clock_timestamp() where id = $1 and walked_at = $2 returning 1',
};

/** Looks through everything for somebody, and says what there is; nothing is changed. */
export async function look(parts: ErasingParts, { id, person }: Erasure, session: Session): Promise<void> {
  const erased = new Erased(parts.key, person);
  const { rows, texts } = await walkAll(parts, session, erased, false);
  await parts.orm.em.fork().transactional(async (em) => {
    const living = await parts.living(em, erased);
    const isFirst = (await sql(em, runSql.looked, [id])).length > 0;
    if (isFirst) await answer(em, parts, id, 'sought', { found: rows, living, texts: texts.size });
  });
}

/** Erases somebody here; true when nothing of them is left but texts that wait for somebody's judgement. */
export async function erase(
  parts: ErasingParts,
  { id, person, walkedAt }: Erasure,
  session: Session,
): Promise<boolean> {
  const [{ version } = { version: '' }] = await session.all<{ version: string }>(runSql.known);
  const erased = new Erased(parts.key, [...person, ...(await session.all<PersonHash>(runSql.texts))]);
  const since = walkedAt ?? (await walkOver(parts, { id, version }, session, erased));
  if (!since) return false;
  if (parts.afterwards && !(await parts.afterwards(session, erased, since))) return false;
  return parts.orm.em.fork().transactional(async (em) => {
    // Another text was cleared meanwhile: once more.
    if ((await sql(em, runSql.done, [id, since])).length === 0) return false;
    const [before] = await sql<{ found: Record<string, number> }>(em, runSql.found, [id, parts.service]);
    const [{ texts } = { texts: 0 }] = await sql<{ texts: number }>(em, runSql.waiting, [id]);
    await answer(em, parts, id, 'erased', { found: before?.found ?? {}, living: [], texts });
    return true;
  });
}

/** Answers when it was whole, or nothing when there is more to take out by now. */
async function walkOver(
  parts: ErasingParts,
  { id, version }: { readonly id: string; readonly version: string },
  session: Session,
  erased: Erased,
): Promise<Date | undefined> {
  const { texts } = await walkAll(parts, session, erased, true);
  await session.all(runSql.forgetTexts, [id, [...texts.keys()]]);
  for (const [hash, place] of texts) await session.all(runSql.saveText, [id, hash, JSON.stringify(place)]);
  return parts.orm.em.fork().transactional(async (em) => {
    await sql(em, runSql.held, [id]);
    return (await sql<{ walkedAt: Date }>(em, runSql.walked, [id, version]))[0]?.walkedAt;
  });
}

async function walkAll(parts: ErasingParts, session: Session, erased: Erased, erases: boolean): Promise<Found> {
  const rules = rulesOf(parts.rules);
  const texts = new Map<string, TextPlace>();
  // What the outbox has is a copy of what stands elsewhere, and soon gone.
  const onText = (text: string, place: TextPlace) =>
    void (place.table === 'outbox' || texts.set(erased.hashOfText(text), place));
  const rows: Record<string, number> = {};
  for (const table of await walkedTables(session, rules)) {
    const gone = rules.gone[table.name];
    const found = await walkTable(session, table, { erased, erases, onText, ...(gone && { gone }) });
    if (found > 0) rows[table.name] = found;
  }
  return { rows, texts };
}

interface Said {
  readonly found: Record<string, number>;
  readonly living: string[];
  readonly texts: number;
}

async function answer(
  em: EntityManager,
  { service }: ErasingService,
  erasure: string,
  step: (typeof erasureSteps)[number],
  said: Said,
): Promise<void> {
  const value = { erasure, service, step, ...said, at: new Date().toISOString() };
  const about = `${erasure} ${service}`;
  await queueEvents(em, newEvent(ErasureAnswered, { key: about, subject: about, value }));
}
