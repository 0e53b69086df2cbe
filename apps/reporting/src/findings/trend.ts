import type { DayCount } from './daily-counts.ts';
import { type Level, levels } from '../quality/rule.ts';
import { ruleNamed } from '../quality/rules.ts';

/** A morning: how many findings of each level there were. */
export interface Morning {
  readonly day: string;
  readonly counts: Readonly<Record<Level, number>>;
}

/** The counts of days by level, the newest first. Rules that this release has no more are left out. */
export function trendOf(counts: readonly DayCount[]): Morning[] {
  const days = Map.groupBy(counts, ({ day }) => day);
  return [...days].map(([day, ofDay]) => ({
    day,
    counts: Object.fromEntries(
      levels.map((level) => [
        level,
        ofDay.filter(({ rule }) => ruleNamed(rule)?.level === level).reduce((sum, { findings }) => sum + findings, 0),
      ]),
    ) as Record<Level, number>,
  }));
}
