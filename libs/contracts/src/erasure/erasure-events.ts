import { z } from 'zod';
import { defineEvent } from '../event/event.ts';
import { Instant } from '../values/dates.ts';

const topic = 'erasures';

/** What a hash is of: something of a person, or a whole text of which their names are taken out. */
export const hashed = ['email', 'name', 'phone', 'text'] as const;

/** A keyed hash of an e-mail, a name or a phone of somebody; nobody reads it back (docs/adr/009-erasing-a-person.md). */
export const PersonHash = z.object({
  of: z.enum(hashed),
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a hash'),
  /** How many words a name has, by which it is found within a text. */
  words: z.int().min(1).max(10).default(1),
});
export type PersonHash = z.infer<typeof PersonHash>;

const Asked = z.object({ erasure: z.uuid(), person: z.array(PersonHash).min(1), at: Instant });

const asked = {
  erasure: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a77',
  person: [{ of: 'name' as const, hash: '5e'.repeat(32), words: 2 }],
  at: '2026-11-20T10:00:00.000Z',
};

export const ErasureSought = defineEvent('erasure.sought.v1', {
  topic,
  meaning: 'Service support asks what there is of a person. Every service looks, changes nothing and answers.',
  value: Asked,
  example: () => asked,
});

export const ErasureConfirmed = defineEvent('erasure.confirmed.v1', {
  topic,
  meaning: 'A person is to be erased in every service, for good.',
  value: Asked,
  example: () => asked,
});

export const ErasureTextCleared = defineEvent('erasure.text-cleared.v1', {
  topic,
  meaning: 'A free text names an erased person: the names are taken out of it wherever it stands.',
  value: z.object({ erasure: z.uuid(), text: PersonHash, at: Instant }),
  example: () => ({
    erasure: asked.erasure,
    text: { of: 'text' as const, hash: 'a1'.repeat(32), words: 1 },
    at: asked.at,
  }),
});

/** How far a service is with an erasure. */
export const erasureSteps = ['sought', 'erased'] as const;

export const ErasureAnswered = defineEvent('erasure.answered.v1', {
  topic,
  meaning: 'A service has looked for a person, or has erased them, and says what it found.',
  value: z.object({
    erasure: z.uuid(),
    service: z.string().min(1),
    step: z.enum(erasureSteps),
    /** Table → rows that named them. */
    found: z.record(z.string(), z.int().min(0)),
    /** Projects that still need them there: a person is not erased meanwhile. */
    living: z.array(z.string()),
    /** Free texts that name them and wait for somebody to judge. */
    texts: z.int().min(0),
    at: Instant,
  }),
  example: () => ({
    erasure: asked.erasure,
    service: 'prepare',
    step: 'sought' as const,
    found: { project: 2 },
    living: [],
    texts: 1,
    at: asked.at,
  }),
});
