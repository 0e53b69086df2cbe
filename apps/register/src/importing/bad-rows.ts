import { InvalidError } from '@academies/contracts';
import type { Tally } from './tally.ts';

/** The share of bad rows, of those that are ours, in per cent. */
const badShare = ({ rows: { created, changed, unchanged, bad } }: Tally): number =>
  bad === 0 ? 0 : (100 * bad) / (created + changed + unchanged + bad);

/** Throws when more rows of a file are bad than may be: whoever runs the import each night has to hear of it. */
export function mostAreGood(tallies: readonly Tally[], mostBad: number): void {
  const wrong = tallies.filter((tally) => badShare(tally) > mostBad);
  if (wrong.length === 0) return;
  const which = wrong.map(
    (tally) => `${badShare(tally).toFixed(1)} % of the rows of the file of ${tally.name} are bad`,
  );
  throw new InvalidError(
    'REGISTER.TOO_MANY_BAD_ROWS',
    `${which.join('; ')}; at most ${mostBad} % may be (BAD_ROWS_PERCENT). What could be read was taken`,
  );
}
