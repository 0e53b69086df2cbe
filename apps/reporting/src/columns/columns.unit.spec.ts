import { readTable } from '../dictionary/read-table.ts';
import { columns } from './columns.ts';

interface InDictionary {
  column: string;
  group: string;
  heading: string;
  source: string;
  format: string;
}

describe('The columns and the data dictionary', () => {
  const dictionary = readTable<InDictionary>('columns.csv');

  it('agree on every name, its order, group, heading, source and format', () =>
    expect(
      columns.map(({ name, group, heading, source, format }) => ({ column: name, group, heading, source, format })),
    ).toEqual(dictionary));

  it('name each column once', () => expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length));

  it('say what each column means, in a sentence of its own', () => {
    for (const { meaning } of columns) expect(meaning).toMatch(/^[A-Z].+\.$/);
  });
});
