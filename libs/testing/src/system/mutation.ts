import fc from 'fast-check';

/** What a message is made of; the topic is chosen by who sends it. */
export interface Mutable {
  readonly key: string | Buffer | null;
  readonly value: string | Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Texts that somebody could have thought of, and those that nobody would. */
const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
  fc.constantFrom('', ' ', '\0', 'a\0b', '\uD800', '-1', '0', '2147483648', '9'.repeat(30), '0000-01-01T00:00:00Z'),
  fc.constantFrom('9999-12-31T23:59:59Z', '2027-04-01T09:00:00+23:59', 'k'.repeat(9_000), '__proto__', 'null'),
);
const oddBytes = fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes));
const header = fc.constantFrom('ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_subject', 'ce_sequence', 'traceparent');

/** Another value at some place of it, as deep as it goes. */
function odd(value: unknown, place: number, other: unknown): unknown {
  if (typeof value !== 'object' || value === null) return other;
  const names = Object.keys(value);
  const name = names[place % names.length];
  if (name === undefined) return other;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...value };
  (copy as Record<string, unknown>)[name] = odd(
    (value as Record<string, unknown>)[name],
    Math.floor(place / names.length),
    other,
  );
  return copy;
}

type Mutation = <Message extends Mutable>(message: Message) => Message;

/** One change at random in a message of JSON: to its key, to a header that has a meaning or none, to a place of its value. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(header, oddText).map(([name, text]): Mutation => {
    return (message) => ({ ...message, headers: { ...message.headers, [name]: text } });
  }),
  fc.tuple(oddText, oddText).map(([name, text]): Mutation => {
    return (message) => ({ ...message, headers: { ...message.headers, [`x${name}`]: text } });
  }),
  fc.oneof(oddText, oddBytes).map((key): Mutation => {
    return (message) => ({ ...message, key });
  }),
  fc.oneof(oddText, oddBytes).map((value): Mutation => {
    return (message) => ({ ...message, value });
  }),
  fc.tuple(fc.nat(), fc.oneof(oddText, fc.jsonValue(), fc.constant(null))).map(([place, other]): Mutation => {
    return (message) => ({
      ...message,
      value: JSON.stringify(odd(JSON.parse(String(message.value)), place, other)),
    });
  }),
);
