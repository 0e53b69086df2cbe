import { missedBy } from './figure.ts';

const figure = (seen: number, aim: Parameters<typeof missedBy>[0]['aim']) =>
  missedBy({ what: '', unit: '', seen, aim });

describe('A figure misses its aim', () => {
  it('by nothing when it reaches it', () => {
    expect(figure(5_000, { atLeast: 5_000 })).toBe(0);
    expect(figure(499, { atMost: 500 })).toBe(0);
  });
  it('by the share that is lacking', () => expect(figure(4_000, { atLeast: 5_000 })).toBeCloseTo(0.2));
  it('by the share that is too much', () => expect(figure(750, { atMost: 500 })).toBeCloseTo(0.5));
  it('never without an aim', () => expect(figure(1, undefined)).toBe(0));
});
