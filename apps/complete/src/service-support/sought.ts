import { PrepareId } from '@academies/contracts';
import { validate } from 'uuid';

/** What somebody may mean by what they typed; null where it cannot be that. */
export interface Sought {
  readonly text: string;
  /** A project of Complete, an event, or an e-mail. */
  readonly uuid: string | null;
  /** A project of Prepare. */
  readonly prepareId: string | null;
  readonly email: string | null;
}

/** Marks that come along when an id is copied from a message, a log or a link. */
const around = /^[\s"'<([{#]+|[\s"'>)\]},.;]+$/g;

/** Reads what was typed: a number with or without its school (`8/900123`) or a word before it, a link, an address. */
export function soughtIn(typed: string): Sought {
  const whole = typed.trim();
  const bare = whole.replaceAll(around, '');
  const last = bare.split(/[\s/]+/).findLast((part) => validate(part) || PrepareId.safeParse(part).success) ?? '';
  const first = /^([1-9]\d{0,9})\/\d{6}$/.exec(bare)?.[1];
  return {
    // A message without a key is known by # and its number.
    text: /^#\d+$/.test(whole) ? whole : bare,
    uuid: validate(last) ? last.toLowerCase() : null,
    prepareId: whole.startsWith('#') ? null : (first ?? PrepareId.safeParse(last).data ?? null),
    email: bare.includes('@') ? bare.replace(/^mailto:/i, '').toLowerCase() : null,
  };
}
