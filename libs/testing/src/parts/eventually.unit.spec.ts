import { eventually } from './eventually.ts';

describe('Waiting for a promise of a test', () => {
  it('goes on when it holds, with what it gave', async () => {
    let tries = 0;
    const result = await eventually(() => {
      if (++tries < 3) throw new Error('not yet');
      return 'there';
    });
    expect([result, tries]).toEqual(['there', 3]);
  });

  it('counts false as not yet', async () => {
    let tries = 0;
    expect(await eventually(() => ++tries === 2)).toBe(true);
  });

  it('tells the last failure when the time is over', () =>
    expect(eventually(() => expect('waiting').toBe('created'), { within: 60 })).rejects.toThrow(/created/));

  it('says so when it only stayed false', () =>
    expect(eventually(() => false, { within: 60 })).rejects.toThrow('did not become true within 60 ms'));
});
