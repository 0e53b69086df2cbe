import { currentTrace, traceId, withTrace } from './trace.ts';

describe('Traces', () => {
  it('go on with the one given', () => {
    const given = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    expect(withTrace(given, () => [currentTrace(), traceId()])).toEqual([given, 'a'.repeat(32)]);
  });

  it('begin anew where none or nonsense was given', () => {
    for (const given of [undefined, 'x', '00-1-2-3']) expect(withTrace(given, traceId)).toMatch(/^[0-9a-f]{32}$/);
    expect(currentTrace()).toBeUndefined();
  });
});
