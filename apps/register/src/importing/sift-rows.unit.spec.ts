import { hashOf } from '../records/hash.ts';
import { sifter } from './sift-rows.ts';

const row = (line: number, key: string, name: string) => ({ line, key, state: { key, name }, told: [] });
const known = new Map([
  ['1', hashOf({ key: '1', name: 'One' })],
  ['2', hashOf({ key: '2', name: 'Two' })],
]);

const sifting = () => {
  const { sift } = sifter();
  return (one: Parameters<typeof sift>[0]) => sift(one, known);
};

describe('Sifting the rows of a file', () => {
  it('takes what is new or changed, and nothing else', () => {
    const sift = sifting();
    expect([row(2, '1', 'One'), row(3, '2', 'Deux'), row(4, '3', 'Three')].map((one) => sift(one).fate)).toEqual([
      'unchanged',
      'changed',
      'created',
    ]);
  });

  it('tells the second of two rows with one key', () => {
    const sift = sifting();
    sift(row(2, '3', 'Three'));
    expect(sift(row(9, '3', 'Drei'))).toMatchObject({
      fate: 'bad',
      problems: ['is also on line 2, and that one counts'],
    });
  });

  it('takes a good row after a bad one with the same key', () => {
    const sift = sifting();
    sift({ line: 2, key: '3', problems: ['is bad'] });
    expect(sift(row(3, '3', 'Three')).fate).toBe('created');
  });

  it('knows which keys the file mentions, in good rows and bad ones', () => {
    const { sift, mentions } = sifter();
    sift({ line: 2, key: '2', problems: ['is bad'] }, known);
    sift({ line: 3, none: true }, known);
    sift(row(4, 'Marrowby', 'Marrowby'), known);
    expect(['1', '2', 'Marrowby', 'Larkney'].map(mentions)).toEqual([false, true, true, false]);
  });
});
