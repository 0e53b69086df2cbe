import { readFileSync } from 'node:fs';

/** The build's settings; only there are imports of `.ts` rewritten to `.js`. */
const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
const { rewriteRelativeImportExtensions, ...jsc } = swc.jsc;

/**
 * Levels of test; the level stands in the file's name. `npm run jest -- --selectProjects unit` runs one. `long` are those on
 * real parts that take minutes, and those of the browser once more, thoroughly (libs/testing): `npm run test:long`.
 */
const level = (name, { of = [name], ...more } = {}) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  testMatch: of.map((one) => `<rootDir>/{apps/*,libs/*,infra/*,bench}/src/**/*.${one}.spec.ts`),
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '/.local/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', { ...swc, jsc, swcrc: false, sourceMaps: 'inline' }] },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  ...more,
});

/** One PostgreSQL and one Kafka for a whole run, unless the environment names them. */
const onRealParts = {
  globalSetup: '<rootDir>/infra/local/jest-set-up.js',
  globalTeardown: '<rootDir>/infra/local/jest-tear-down.js',
};

export default {
  // Ten times what a test waits for one thing (libs/testing, eventually): what hangs is told with what it waited for, and a
  // walk through every page comes to its end on a machine that is busy with other work.
  testTimeout: 600_000,
  projects: [
    level('unit'),
    level('int', onRealParts),
    level('e2e', onRealParts),
    level('long', { of: ['long', 'e2e'], globals: { thorough: true }, ...onRealParts }),
  ],
};
