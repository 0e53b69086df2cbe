import { inWords, type JestReport, sum, tallyOf } from './tally.ts';

const report = (counts: Partial<JestReport> = {}): JestReport => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  ...counts,
});

describe('The sum of a test run', () => {
  it('is in plain words', () =>
    expect(inWords(sum([tallyOf(report(), 0), { passed: 1, failed: 0 }]))).toBe('6 passed, 0 failed'));

  it('counts what was skipped as failed', () =>
    expect(tallyOf(report({ numPendingTests: 2, numTodoTests: 1 }), 0)).toEqual({ passed: 5, failed: 3 }));

  it('counts a file that could not run', () =>
    expect(tallyOf(report({ numRuntimeErrorTestSuites: 1 }), 1)).toEqual({ passed: 5, failed: 1 }));

  it.each([
    ['there is no report', undefined, 1],
    ['all passed and the run failed all the same', report(), 1],
    ['nothing ran', report({ numPassedTests: 0 }), 0],
  ])('is a failure when %s', (_, told, exitCode) => expect(tallyOf(told, exitCode).failed).toBe(1));
});
