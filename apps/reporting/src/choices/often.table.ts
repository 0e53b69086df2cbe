/** How often somebody is told of changes in a saved choice, as an e-mail and a page say it (docs/domain/reporting.md, "Told, not asked"). */
export const often = {
  hourly: 'when changes appear, once an hour at most',
  daily: 'daily, at seven in the morning',
  monthly: 'monthly, on the first at seven in the morning',
} as const;
export type Often = keyof typeof often;
