import { columns } from './columns.ts';

describe('The columns', () => {
  it('have each name once', () => expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length));

  it('say what each means, in a sentence of its own', () => {
    for (const { meaning } of columns) expect(meaning).toMatch(/^[A-Z].+\.$/);
  });
});
