import type { Outcome } from '@academies/contracts';
import { plan, type Segment } from './plan.table.ts';

/** One demo project: its segment, its place in all and in its segment, and what was decided, if anything. */
export interface Line extends Omit<Segment, 'count' | 'phase'> {
  readonly number: number;
  readonly place: number;
  readonly ready: boolean;
  readonly outcome: Outcome | null;
}

const first = 1001;

/** The demo projects one by one. */
export function demoLines(): Line[] {
  const lines = plan.flatMap(({ count, phase, ...segment }) =>
    Array.from({ length: count }, (_, place) => ({
      ...segment,
      place,
      ready: phase === 'ready',
      outcome: typeof phase === 'string' ? null : inTurn(phase, place),
    })),
  );
  return lines.map((line, index) => ({ ...line, number: first + index }));
}

/** The items in turn, without end. */
export const inTurn = <Item>(items: readonly Item[], turn: number): Item => items[turn % items.length] as Item;
