import { InvalidError, type IsoDate } from '@academies/contracts';
import { lastDayOfMonth } from 'date-fns';

/** Whole months: the first day of the first, the last day of the last. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const month = /^(20\d\d|21\d\d)-(0[1-9]|1[0-2])$/;

const lastDayOf = (month: string): IsoDate => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return `${month}-${String(lastDayOfMonth(new Date(year, number - 1)).getDate()).padStart(2, '0')}`;
};

/** What is wrong with a period, for a person, and the field that it belongs to. */
export class WrongPeriod extends InvalidError {
  constructor(
    message: string,
    readonly field: 'from' | 'to',
  ) {
    super('REPORTING.WRONG_PERIOD', message);
  }
}

/** Reads `from` and `to`, each `YYYY-MM`. Undefined when the report needs no period and none is given. */
export function periodOf(
  { from = '', to = '' }: { from?: string; to?: string },
  required: boolean,
): Period | undefined {
  if (from === '' && to === '' && !required) return undefined;
  const wrong = (value: string, field: 'from' | 'to', words: string) => {
    if (value === '') throw new WrongPeriod(`Enter the ${words} month of the period, like ${field}=2027-04`, field);
    if (!month.test(value))
      throw new WrongPeriod(`The ${words} month must be a real month, like ${field}=2027-04`, field);
  };
  wrong(from, 'from', 'first');
  wrong(to, 'to', 'last');
  if (from > to) throw new WrongPeriod('The last month must be the same as or after the first month', 'to');
  return { from: `${from}-01`, to: lastDayOf(to) };
}

/** A single month is what everyone in Complete may take. */
export const isOneMonth = ({ from, to }: Period): boolean => from.slice(0, 7) === to.slice(0, 7);
