import type { Field, Found, LookUp } from '../field/field.ts';
import { typedIn } from '../field/answer.ts';

/** The look-ups that a service gives, by name. */
export type LookUps = Readonly<Record<string, LookUp>>;

/**
 * Looks up what the fields of a form ask a register for, to be read with it:
 * `form.parse(body, { today, found: await lookedUp(form, body, lookUps) })`.
 */
export async function lookedUp(
  { fields }: { readonly fields: object },
  body: unknown,
  lookUps: LookUps,
): Promise<Record<string, Found>> {
  const typed = typedIn(body);
  const found = Object.entries(fields as Readonly<Record<string, Field<unknown>>>).map(async ([name, { searches }]) => {
    const search = searches?.search(typed, name);
    if (!searches || !search) return [];
    const lookUp = lookUps[searches.lookUp];
    if (!lookUp) throw new Error(`No look-up is named ${searches.lookUp}`);
    return [[name, await lookUp(search)] as const];
  });
  return Object.fromEntries((await Promise.all(found)).flat());
}
