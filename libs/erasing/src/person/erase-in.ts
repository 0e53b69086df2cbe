import { erasedEmail, erasedName, namesWithin, type Place, withoutNames } from './names-within.ts';
import { emailPattern, type Erased, phonePattern } from './person-hash.ts';

/** Told of a longer text that holds a name: somebody has to judge it. */
export type OnText = (text: string, places: readonly Place[]) => void;

/** Who is who in a record: its e-mail, name and phone, with whatever stands before all three. */
const partner = /^(.*?)[_ ]?(email|name|phone)$/i;

/**
 * A JSON value without the erased: the same value when it holds nothing of them. Which name is theirs is said by the e-mail
 * of the same pair (`byEmail` and `byName`); without one beside it, by the name itself (docs/adr/009-erasing-a-person.md).
 */
export function eraseIn<Value>(value: Value, erased: Erased, onText?: OnText): Value {
  return walk(value, erased, onText) as Value;
}

function walk(value: unknown, erased: Erased, onText?: OnText): unknown {
  if (typeof value === 'string') return inText(value, erased, onText);
  if (Array.isArray(value)) {
    const items = value.map((item) => walk(item, erased, onText));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  return typeof value === 'object' && value !== null && !(value instanceof Date)
    ? inRecord(value as Record<string, unknown>, erased, onText)
    : value;
}

/** One value: their whole name, or what they have within a text. */
export function inText(text: string, erased: Erased, onText?: OnText): string {
  if (erased.isName(text)) return erasedName;
  return withinText(isQuery.test(text) ? inQuery(text, erased) : text, erased, onText);
}

/** A search as an address keeps it. */
const isQuery = /^\?\S+=/;
const inQuery = (query: string, erased: Erased): string =>
  query.replace(/(?<==)[^&]+/g, (said) => (erased.isName(readable(said)) ? erasedName : said));

function readable(said: string): string {
  try {
    return decodeURIComponent(said.replaceAll('+', ' '));
  } catch {
    return said;
  }
}

function withinText(text: string, erased: Erased, onText?: OnText): string {
  let left = text.includes('@')
    ? text.replace(emailPattern, (found) => (erased.is('email', found) ? erasedEmail : found))
    : text;
  if (erased.hasPhones) left = left.replace(phonePattern, (found) => (erased.is('phone', found) ? erasedName : found));
  // One was cleared after the other: each was found in what the one before had left.
  for (let cleared = true; cleared && erased.hasTexts && left.includes(' ');) {
    const places = erased.is('text', left) ? namesWithin(left, erased) : [];
    left = withoutNames(left, places);
    cleared = places.length > 0;
  }
  if (onText && left.includes(' ')) {
    const places = namesWithin(left, erased);
    if (places.length > 0) onText(left, places);
  }
  return left;
}

function inRecord(record: Record<string, unknown>, erased: Erased, onText?: OnText): Record<string, unknown> {
  const whose = whoseIs(record, erased);
  let changed: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(record)) {
    const verdict = whose(key);
    if (verdict === 'another') continue;
    const left = verdict === 'theirs' ? erasedName : walk(value, erased, onText);
    if (left !== value) (changed ??= { ...record })[key] = left;
  }
  return changed ?? record;
}

/** Whose a name or phone of a record is, by the e-mail of its pair; undefined where the value itself has to say. */
function whoseIs(record: Record<string, unknown>, erased: Erased) {
  const pairs = new Map<string, Record<string, string>>();
  for (const [key, value] of Object.entries(record)) {
    const { prefix, part } = partOf(key);
    if (part && typeof value === 'string' && value !== '') pairs.set(prefix, { ...pairs.get(prefix), [part]: value });
  }
  const first = record['firstName'] ?? record['first_name'] ?? '';
  const last = record['lastName'] ?? record['last_name'];
  const isHead = typeof last === 'string' && erased.isName(`${String(first)} ${last}`);
  return (key: string): 'theirs' | 'another' | undefined => {
    if (isHead && /^(first|last)_?name$/i.test(key)) return 'theirs';
    const { prefix, part } = partOf(key);
    const { email, name, ...rest } = pairs.get(prefix) ?? {};
    if (part === 'name' ? !name : part !== 'phone' || !rest['phone']) return undefined;
    if (email ? erased.is('email', email) : erased.isName(name ?? '')) return 'theirs';
    return email && part === 'name' ? 'another' : undefined;
  };
}

/** `by_email` → by, email. */
function partOf(key: string): { prefix: string; part: string | undefined } {
  const [, prefix = '', part] = partner.exec(key) ?? [];
  return { prefix: prefix.toLowerCase(), part: part?.toLowerCase() };
}
