import type { Typed } from './field.ts';

const tidy = (text: string): string => text.toWellFormed().replaceAll('\u0000', '').replaceAll(/\r\n?/g, '\n').trim();

/**
 * What was typed, safe to keep: texts only, trimmed, line ends as one line feed (as exports want them), without
 * the zero characters and half characters that PostgreSQL refuses.
 */
export function typedIn(body: unknown): Typed {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {};
  const typed: [string, string | string[]][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') typed.push([name, tidy(value)]);
    else if (Array.isArray(value)) typed.push([name, value.filter((one) => typeof one === 'string').map(tidy)]);
  }
  return Object.fromEntries(typed);
}

/** The one text of an input; when it came several times, the first. */
export function one(typed: Typed, input: string): string {
  const value = Object.hasOwn(typed, input) ? typed[input] : undefined;
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** All texts of an input, none twice. */
export function several(typed: Typed, input: string): string[] {
  const value = Object.hasOwn(typed, input) ? typed[input] : undefined;
  return value === undefined ? [] : [...new Set(Array.isArray(value) ? value : [value])].filter((text) => text !== '');
}
