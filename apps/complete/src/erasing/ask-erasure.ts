import { stillNeeded } from '@academies/complete';
import { ErasureConfirmed, ErasureSought, newEvent, RefusedError } from '@academies/contracts';
import { sql } from '@academies/database';
import { confirm, Erased, type Erasure, hashesOf, type PersonAsked, seek } from '@academies/erasing';
import { queueEvents } from '@academies/messaging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 } from 'uuid';

/** The services that hold people, in the order in which pages name them. */
export const holders = ['complete', 'prepare', 'reporting'] as const;

/** What a service has answered. */
export interface Answered {
  readonly service: string;
  readonly step: 'sought' | 'erased';
  /** Table → rows. */
  readonly found: Readonly<Record<string, number>>;
  readonly living: readonly string[];
  readonly texts: number;
  readonly at: Date;
}

/** Why somebody cannot be erased now: the living projects of Complete that still need them. */
export const whyNotErased = (em: EntityManager, key: string, person: PersonAsked): Promise<string[]> =>
  stillNeeded(em, new Erased(key, hashesOf(key, person)));

/** Asks every service what there is of somebody; from here on they are hashes. Answers with the id of the erasure. */
export async function askErasure(
  em: EntityManager,
  key: string,
  { reference, at, ...person }: PersonAsked & { readonly reference: string; readonly at: string },
): Promise<string> {
  const erasure = v7();
  const asked = { erasure, person: hashesOf(key, person), at };
  await em.transactional(async (inner) => {
    await seek(inner, asked, reference);
    await queueEvents(inner, newEvent(ErasureSought, { key: erasure, subject: erasure, value: asked }));
  });
  return erasure;
}

/** What every service has answered, by its name. */
export async function answersTo(em: EntityManager, erasure: string): Promise<ReadonlyMap<string, Answered>> {
  const rows = await sql<Answered>(
    em,
    'select service, step, found, living, texts, at from erasure_answer where erasure = $1',
    [erasure],
  );
  return new Map(rows.map((row) => [row.service, row]));
}

/** What an erasure waits for before it may be confirmed; nothing when it may. */
export function whyNotConfirmed(answers: ReadonlyMap<string, Answered>): string | undefined {
  if (holders.some((service) => !answers.has(service))) return 'Not every service has looked yet';
  const living = [...answers.values()].flatMap((answer) => answer.living);
  return living.length > 0 ? 'A living project still needs this person' : undefined;
}

/** Erases somebody, everywhere and for good. */
export const confirmErasure = (
  em: EntityManager,
  key: string,
  { id: erasure, person }: Erasure,
  at: string,
): Promise<void> =>
  em.transactional(async (inner) => {
    const against = whyNotConfirmed(await answersTo(inner, erasure));
    const needed = await stillNeeded(inner, new Erased(key, person));
    if (against || needed.length > 0) throw new RefusedError('COMPLETE.NOT_ERASED', against ?? needed.join('; '));
    const asked = { erasure, person: [...person], at };
    await confirm(inner, asked);
    await queueEvents(inner, newEvent(ErasureConfirmed, { key: erasure, subject: erasure, value: asked }));
  });
