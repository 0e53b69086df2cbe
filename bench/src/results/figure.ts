/** What a figure should come to: at least, at most. */
export type Aim = { readonly atLeast: number } | { readonly atMost: number };

/** One measured figure. */
export interface Figure {
  readonly what: string;
  readonly seen: number;
  readonly unit: string;
  readonly aim?: Aim;
}

/** By how much a figure misses its aim, as a share of the aim; 0 when it does not. */
export function missedBy({ seen, aim }: Figure): number {
  if (!aim) return 0;
  return 'atLeast' in aim ? Math.max(0, 1 - seen / aim.atLeast) : Math.max(0, seen / aim.atMost - 1);
}
