/** A check that passes or fails as a whole, or a level of tests that counts each. */
export interface Check {
  readonly name: string;
  readonly title: string;
  /** A program of node_modules and its arguments. */
  readonly run: readonly [program: string, ...args: string[]];
  /** Works on one core and changes nothing: runs beside the check before it. */
  readonly beside?: boolean;
  /** Needs PostgreSQL and Kafka; they are started once for all that do. */
  readonly onRealParts?: boolean;
  /** Only when asked for by name. */
  readonly extra?: boolean;
  /** Jest, which counts its tests. */
  readonly counts?: boolean;
}

const jest = (level: string, ...more: string[]): Check['run'] => [
  'jest/bin/jest.js',
  '--selectProjects',
  level,
  '--ci',
  ...more,
];

/** Tests that show that a PostgreSQL and a Kafka from somewhere else do as well. */
const onAnyBackend = [
  'libs/testing/src/parts/fresh-database.int.spec.ts',
  'libs/messaging/src/relay/relay.int.spec.ts',
  'apps/register/src/copy.int.spec.ts',
];

/** Everything that `npm test` does, in this order: what is quick and often wrong comes first. */
export const checks: readonly Check[] = [
  // Builds first: the boundaries are checked on the graph that Nx makes, and tests start built processes.
  { name: 'build', title: 'Build', run: ['nx/dist/bin/nx.js', 'run-many', '-t', 'build'] },
  { name: 'types', title: 'Types', run: ['typescript/bin/tsc', '--pretty', 'false'] },
  {
    name: 'lint',
    title: 'Lint and boundaries',
    run: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
    beside: true,
  },
  {
    name: 'format',
    title: 'Format',
    run: ['prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'],
    beside: true,
  },
  // Two go side by side whatever the number of cores: Jest alone would take one of two; those on real parts wait more than they work.
  { name: 'unit', title: 'Unit tests', run: jest('unit', '--maxWorkers', '2'), counts: true },
  { name: 'int', title: 'Integration tests', run: jest('int', '--maxWorkers', '2'), counts: true, onRealParts: true },
  {
    // A few that need both parts; .ci/run starts them with BACKENDS=containers.
    name: 'containers',
    title: 'Integration tests in containers',
    run: jest('int', '--runTestsByPath', ...onAnyBackend),
    counts: true,
    onRealParts: true,
    extra: true,
  },
  {
    name: 'long',
    title: 'Tests that take minutes',
    run: jest('long', '--maxWorkers', '2'),
    counts: true,
    onRealParts: true,
    extra: true,
  },
  { name: 'e2e', title: 'Browser tests', run: jest('e2e', '--maxWorkers', '2'), counts: true, onRealParts: true },
];
