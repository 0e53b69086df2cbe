import { createHash } from 'node:crypto';
import { type Field, isAsked } from '../field/field.ts';

/** Characters of one value's hash; those of a form stand one after the other, so that each can be compared by itself. */
const width = 8;

type Known = Readonly<Record<string, unknown>>;
type KnownFields = Readonly<Record<string, Field<unknown>>>;

/** A value as one text, the same whatever the order of keys; nothing, null and an empty list say the same. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => {
    if (one === undefined || one === '' || (Array.isArray(one) && one.length === 0)) return null;
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    const known = Object.entries(one).filter(([, each]) => each !== undefined && each !== null && each !== '');
    return known.length === 0 ? null : Object.fromEntries(known.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });

/** A value of a field as its inputs would say it, whatever the service keeps it as. */
const typedText = (field: Field<unknown> | undefined, name: string, value: unknown): string => {
  if (!field || value === undefined || value === null) return textOf(value);
  const typed = Object.entries(field.write(value, name));
  return textOf(
    Object.fromEntries(typed.map(([input, text]) => [input, Array.isArray(text) ? text.toSorted() : text])),
  );
};

const hashOf = (fields: KnownFields, name: string, value: unknown): string =>
  createHash('sha256')
    .update(`${name} ${typedText(fields[name], name, value)}`)
    .digest('base64url')
    .slice(0, width);

/** What a form shows, hashed name by name: the values of its fields, then what its page shows besides. */
export const shownHash = (fields: KnownFields, values: Known, about: Known = {}): string =>
  [
    ...Object.keys(fields).map((name) => hashOf(fields, name, values[name])),
    ...Object.keys(about).map((name) => hashOf({}, name, about[name])),
  ].join('');

/** What a form was sent with that shows something besides its fields, and how that is now. */
export interface SentAbout {
  /** The attempt that would be the next, say. */
  readonly about: Known;
  /** The hash that the form carried; a form without it was shown to nobody, so it saw nothing of this. */
  readonly shown: string | undefined;
}

/** What a form was sent with, and what is stored now. */
export interface Sent extends Pick<SentAbout, 'shown'> {
  readonly stored: Known;
  readonly answer: Known;
}

/** Parts of the hash that a form carried, by name; nothing when it is none of this form's. Fields come before what else it showed. */
function partsOf(names: readonly string[], shown = ''): (name: string) => string | undefined {
  const parts = shown.length % width === 0 && shown.length >= names.length * width ? shown : undefined;
  return (name) => parts?.slice(names.indexOf(name) * width).slice(0, width);
}

/** Whether what a page shows besides its fields has changed since. */
export function collides(fields: KnownFields, { about, shown }: SentAbout): boolean {
  // What the page shows besides may be called as a field is; it stands behind the fields.
  const besides = (shown ?? '').slice(Object.keys(fields).length * width);
  const then = partsOf(Object.keys(about), besides);
  return Object.keys(about).some((name) => then(name) !== hashOf({}, name, about[name]));
}

/** What is saved of an answer, and the fields in which it collides with what somebody else saved meanwhile. */
export interface Settled {
  readonly answer: Known;
  readonly collisions: readonly string[];
}

/**
 * Settles an answer with what somebody else saved since its form was shown: what they changed and the sender did not stays
 * theirs, the rest is the sender's; where both changed one field to something else, it collides. Fields that are asked by
 * each other's answers are one matter, and so are all fields of a form with rules `between` them.
 */
export function settle(fields: KnownFields, { stored, shown, answer }: Sent, between = false): Settled {
  const then = partsOf(Object.keys(fields), shown);
  const now = (name: string) => hashOf(fields, name, stored[name]);
  const sent = (name: string) => hashOf(fields, name, answer[name]);
  const settled: Record<string, unknown> = { ...answer };
  const collisions = matters(fields, between).flatMap((matter) => {
    const differing = matter.filter((name) => sent(name) !== now(name));
    if (differing.length === 0 || matter.every((name) => then(name) === now(name))) return [];
    if (matter.some((name) => then(name) !== sent(name))) return differing;
    for (const name of matter) settled[name] = stored[name] ?? null;
    const fits = (name: string) => !isAsked(fields[name] ?? {}, settled) || fields[name]?.accepts(settled[name]);
    return matter.every(fits) ? [] : differing;
  });
  return { answer: settled, collisions };
}

/** The fields of a form, those that depend on each other together. */
function matters(fields: KnownFields, between: boolean): string[][] {
  const names = Object.keys(fields);
  if (between) return [names];
  const opener = (name: string): string => {
    const condition = fields[name]?.condition;
    return condition ? opener(condition.field) : name;
  };
  return Object.values(Object.groupBy(names, opener)) as string[][];
}
