/** A condition in SQL. What people type is only ever a parameter. */
export interface Condition {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];
}

/** A condition with its parameters where they stand: `` where`l.kind = ${kind}` ``. */
export const where = (texts: TemplateStringsArray, ...values: readonly unknown[]): Condition => ({ texts, values });

/** Two conditions that both hold. */
export const both = (one: Condition, other: Condition): Condition => ({
  texts: [...one.texts.slice(0, -1), `${one.texts.at(-1)} and ${other.texts[0]}`, ...other.texts.slice(1)],
  values: [...one.values, ...other.values],
});

/** Conditions that all hold, as PostgreSQL takes them: `$1`, `$2` and the parameters in their order. */
export function all(conditions: readonly (Condition | undefined)[]): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const written = conditions
    .filter((condition) => condition !== undefined)
    .map(({ texts, values }) =>
      texts.reduce((sql, text, place) => `${sql}$${parameters.push(values[place - 1])}${text}`),
    );
  return { sql: written.join('\n   and ') || 'true', parameters };
}
