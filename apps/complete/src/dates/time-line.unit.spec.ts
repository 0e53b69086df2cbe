import { timeLine } from './time-line.ts';

const on = (date: string) => ({ date, text: `On ${date}`, said: date });

describe('The picture of dates', () => {
  it('puts the first at the left, the last at the right, and others by their distance', () => {
    const picture = timeLine([on('2026-01-01'), on('2026-07-02'), on('2027-01-01')]);
    expect(picture?.marks.map(({ x, anchor }) => [x, anchor])).toEqual([
      [3, 'start'],
      [expect.closeTo(50, 0), 'middle'],
      [97, 'end'],
    ]);
  });
  it('gives every moment a line of its own, so that no words overlap', () => {
    const picture = timeLine([on('2026-01-01'), on('2026-01-02'), on('2027-01-01')]);
    expect(new Set(picture?.marks.map(({ y }) => y)).size).toBe(3);
    expect(picture?.height).toBeGreaterThan(Math.max(...(picture?.marks.map(({ y }) => y) ?? [])));
  });
  it('is no picture while there is one day only', () => {
    expect(timeLine([on('2026-01-01')])).toBeUndefined();
    expect(timeLine([])).toBeUndefined();
  });
});
