import { regions } from '@academies/contracts';
import type { Line } from './lines.ts';

/** Schools without a region, then schools without a local authority. */
const lacking = ['905001', '905010', '905019', '905028', '905002', '905011', '905020', '905029'];

/** Which region each demo project is in: those to try things on mostly where the personas of Complete work. */
const toTry = ['london', 'london', 'north_west', 'london', 'south_east', 'north_east'] as const;

/**
 * Gives each project a school or trusts that no other has, region by region. In the fictional register
 * (apps/register/src/demo/blocks.table.ts) regions go round within a block, and among trusts in the same way.
 */
export function places() {
  const taken = new Map<string, number>();
  const next = (what: string): number => {
    const number = taken.get(what) ?? 0;
    taken.set(what, number + 1);
    return number;
  };
  const regionOf = ({ ready, number }: Line): number =>
    regions.names.indexOf(ready ? toTry[number % toTry.length]! : regions.names[number % regions.names.length]!);

  return {
    /** A maintained school: mostly a primary, sometimes a secondary. */
    school(line: Line): string {
      const region = regionOf(line);
      if (line.fault === 'no region') return lacking[next('school that lacks')] as string;
      const turn = next(`school ${region}`);
      return turn % 4 === 3 ? String(901001 + region + 9 * Math.floor(turn / 4)) : String(900001 + region + 9 * turn);
    },
    /** The number of a multi-academy trust in the region that a school can join; several projects may join one. */
    joined(line: Line): number {
      const region = regionOf(line);
      return 1 + region + 9 * (next(`joined ${region}`) % 3);
    },
    /** The number of a trust that academies leave; each is left once. */
    left(line: Line): number {
      const region = regionOf(line);
      return 1 + region + 9 * (3 + next(`left ${region}`));
    },
  };
}

export type Places = ReturnType<typeof places>;

export const ukprnOf = (trust: number): string => String(19000000 + trust);
