import { allEvents } from '@academies/contracts';
import { readTypes } from './incoming.ts';

describe('The read model', () => {
  it('takes every event that contracts knows, but for watermarks', () =>
    expect([...readTypes].sort()).toEqual(
      allEvents
        .filter(({ topic }) => topic !== 'watermarks')
        .map(({ type }) => type)
        .sort(),
    ));
});
