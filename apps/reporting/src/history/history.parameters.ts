import { type Parameter, wrongChoice } from '../request/parameter.ts';
import { readMoment } from './place.ts';

/** What the address of a file says about time (docs/domain/reporting.md, "What changed, what was, and can it be trusted"). */
export const historyParameters: readonly Parameter[] = [
  {
    names: ['as_at'],
    about:
      'The file as it was at the end of a day in England, YYYY-MM-DD, or at the X-Journal-Position of a file; in the columns of today.',
    put: ({ as_at = '' }) => {
      const asAt = readMoment('as_at', as_at);
      return asAt ? { time: { asAt } } : {};
    },
  },
  {
    names: ['since', 'until'],
    about:
      'What has changed since the end of a day, a position, or `last`, your own last download of this file; up to `until`, or now. A line a changed cell, with old and new value.',
    put: ({ since = '', until = '', as_at = '' }) => {
      if (since === '' && until !== '') throw wrongChoice('Give since with until: what has changed between the two.');
      if (since === '') return {};
      if (as_at !== '') throw wrongChoice('Give as_at or since, not both. Two days are compared by since and until.');
      const from = since === 'last' ? 'last' : readMoment('since', since);
      const end = readMoment('until', until);
      return from ? { time: { since: from, ...(end && { until: end }) } } : {};
    },
  },
];
