import nx from '@nx/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Who may lean on whom: by kind of room, and by the service that owns it (docs/architecture.md, "Floors"). */
const depConstraints = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:feature', 'type:domain', 'type:infra', 'type:ui'] },
  { sourceTag: 'type:feature', onlyDependOnLibsWithTags: ['type:feature', 'type:domain', 'type:infra'] },
  { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:domain'], allowedExternalImports: ['zod', 'uuid'] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:domain', 'type:infra', 'type:ui'] },
  { sourceTag: 'type:infra', onlyDependOnLibsWithTags: ['type:domain', 'type:infra'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['*'] },
  ...['prepare', 'complete', 'reporting', 'register'].map((scope) => ({
    sourceTag: `scope:${scope}`,
    onlyDependOnLibsWithTags: [`scope:${scope}`, 'scope:shared'],
  })),
  { sourceTag: 'scope:shared', onlyDependOnLibsWithTags: ['scope:shared'] },
];

/** A library's tests use libs/testing, which uses libraries: a circle of tests, not of the software. */
const ignoredCircularDependencies = [
  'local',
  'database',
  'erasing',
  'forms',
  'handover-domain',
  'lists',
  'mail',
  'messaging',
  'web',
  'contracts',
  'register-copy',
  'identity',
]
  .map((library) => [library, 'testing'])
  .concat([['web', 'identity']]);

const boundaries = (constraints) => [
  'error',
  { depConstraints: constraints, ignoredCircularDependencies, allow: [], enforceBuildableLibDependency: false },
];

const tests = ['**/*.spec.ts', '**/src/fixtures/*.ts'];
const broker = 'libs/messaging/src/broker';
const database = 'libs/database';
const sending = 'libs/mail/src/sending';

/** Clients of the outside world, and the one place that speaks to each. */
const clients = { kafkajs: broker, pg: database, kysely: database, 'notifications-node-client': sending };
/** Tests and benchmarks may look into a database from outside. */
const looksIntoDatabases = ['libs/testing', 'infra/*', 'bench'];

/** The whole of it is 300 files, and a second of every start. */
const whole = { name: 'date-fns', message: "Import the one function: 'date-fns/addDays'." };

/**
 * One entry that forbids imports. A later entry for a rule replaces an earlier one, so this is the only place that
 * writes the rule, and each entry says the ban on clients again, those apart that `files` may speak to.
 */
const forbid = (files, patterns, { ignores = [], speaksTo = [] } = {}) => ({
  files,
  ignores,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: Object.entries(clients)
          .filter(([name]) => !speaksTo.includes(name))
          .map(([name, place]) => ({ name, message: `Only ${place} speaks to ${name}.` }))
          .concat(whole),
        patterns,
      },
    ],
  },
});

const leaves = (regex, message) => ({ regex, message });
const rootOnlyLists = 'The root of a package only lists what there is: nothing in a folder imports it.';

/** A program (`demo/main.ts`) is a root of its own: it reads the settings and lists what it does. */
const programs = ['**/main.ts'];

/** In every package: nothing in a folder imports a file of the package's root. */
const roots = (packages, { speaksTo } = {}) => [
  forbid(
    packages.map((folder) => `${folder}/src/*/*.ts`),
    [leaves('^\\.\\./[^/]+\\.ts$', rootOnlyLists)],
    { ignores: [...tests, ...programs], speaksTo },
  ),
  forbid(
    packages.map((folder) => `${folder}/src/*/*/*.ts`),
    [leaves('^\\.\\./\\.\\./[^/]+\\.ts$', rootOnlyLists)],
    { ignores: tests, speaksTo },
  ),
];

/**
 * The floors of an app, types included, since a ring of types is a ring of ideas: the kernel knows no other folder, a
 * feature knows the kernel alone, what stands on top may read all. A feature may have folders of its own.
 */
const floors = (app, { kernel, top }) =>
  [1, 2].flatMap((depth) => {
    const [up, below] = ['\\.\\./'.repeat(depth), '*/'.repeat(depth - 1)];
    const ignores = [...tests, `${app}/src/${kernel}/**`, ...top.map((folder) => `${app}/src/${folder}/**`)];
    return [
      forbid(
        [`${app}/src/${kernel}/${below}*.ts`],
        [leaves(`^${up}`, `${app}/src/${kernel} is the kernel: it knows no other folder.`)],
        { ignores: tests },
      ),
      forbid(
        [`${app}/src/*/${below}*.ts`],
        [leaves(`^${up}(?!${kernel}/)`, `A feature knows ${app}/src/${kernel}, and no other feature.`)],
        { ignores },
      ),
    ];
  });

export default defineConfig([
  globalIgnores(['**/dist/', '.local/', '.nx/', 'node_modules/', 'docs/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(depConstraints),
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'max-lines': ['error', { max: 250, skipBlankLines: false }],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > SpreadElement > ObjectExpression',
          message: 'Write the properties themselves; the formatter lays them out.',
        },
      ],
    },
  },
  forbid(['**/*.ts'], []),
  forbid([...tests, ...[database, ...looksIntoDatabases].map((folder) => `${folder}/**`)], [], {
    speaksTo: ['pg', 'kysely'],
  }),
  ...roots(['*/*']),
  ...roots([database, ...looksIntoDatabases], { speaksTo: ['pg', 'kysely'] }),
  ...floors('apps/prepare', { kernel: 'project', top: ['project-page', 'database', 'demo', 'republish'] }),
  ...floors('apps/complete', {
    kernel: 'project',
    top: ['project-page', 'database', 'demo', 'republish', 'import-authorities'],
  }),
  forbid([`${broker}/**`], [], { speaksTo: ['kafkajs'] }),
  forbid([`${sending}/**`], [], { speaksTo: ['notifications-node-client'] }),
  {
    files: tests,
    rules: { '@nx/enforce-module-boundaries': boundaries([{ sourceTag: '*', onlyDependOnLibsWithTags: ['*'] }]) },
  },
]);
