/** What a check or a level of tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** The part of Jest's report that is counted. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * Jest's report as passed and failed. Nothing may be skipped, so what was counts as failed; so does a file that
 * could not run, and an exit that no test explains.
 */
export function tallyOf(report: JestReport | undefined, exitCode: number | null): Tally {
  const passed = report?.numPassedTests ?? 0;
  const failed = report
    ? report.numFailedTests + report.numPendingTests + report.numTodoTests + report.numRuntimeErrorTestSuites
    : 0;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

export const sum = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((total, { passed }) => total + passed, 0),
  failed: tallies.reduce((total, { failed }) => total + failed, 0),
});

/** The last line of a run: `123 passed, 0 failed`. */
export const inWords = ({ passed, failed }: Tally): string => `${passed} passed, ${failed} failed`;
