import { allEvents } from '@academies/contracts';
import { readModelSubscription } from './state-updates.ts';

const readTypes = Object.entries(readModelSubscription.topics)
  .filter(([topic]) => topic !== 'watermarks')
  .flatMap(([, types]) => Object.keys(types));

describe('The read model', () => {
  it('takes every event that contracts knows, but for watermarks and erasures', () =>
    expect(readTypes.sort()).toEqual(
      allEvents
        .filter(({ topic }) => topic !== 'watermarks' && topic !== 'erasures')
        .map(({ type }) => type)
        .sort(),
    ));
});
