/** A filter that is chosen from a list, as the template draws it. */
export interface FilterSelect {
  readonly name: string;
  readonly label: string;
  readonly items: readonly { value: string; text: string; selected: boolean }[];
}

/** A select of the URL: name, label, what it offers, what is chosen. */
export const selectOf = (
  name: string,
  label: string,
  offered: Readonly<Record<string, string>>,
  chosen: string,
): FilterSelect => ({
  name,
  label,
  items: Object.entries(offered).map(([value, text]) => ({ value, text, selected: value === chosen })),
});
