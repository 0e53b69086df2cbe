import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const rooms = '@nx/enforce-module-boundaries';
const floors = 'no-restricted-imports';

/** One line that must not be written there, and the rule that says so. */
const forbidden = [
  {
    what: 'Prepare does not reach into Complete',
    line: "export * from '@academies/complete';",
    file: 'apps/prepare/src/main.ts',
    rule: rooms,
  },
  {
    what: 'the contracts know no messaging',
    line: "export * from '@academies/messaging';",
    file: 'libs/contracts/src/index.ts',
    rule: rooms,
  },
  {
    what: 'the handover rules know no framework',
    line: "export * from '@nestjs/common';",
    file: 'libs/handover/src/index.ts',
    rule: rooms,
  },
  {
    what: 'only messaging speaks to the broker',
    line: "export * from 'kafkajs';",
    file: 'apps/prepare/src/main.ts',
    rule: floors,
  },
  {
    what: 'only libs/database speaks to the driver of PostgreSQL',
    line: "export type { Pool } from 'pg';",
    file: 'apps/reporting/src/database/reading.ts',
    rule: floors,
  },
  {
    what: 'nobody else makes queries that are not checked',
    line: "export { CompiledQuery } from 'kysely';",
    file: 'libs/lists/src/index.ts',
    rule: floors,
  },
  {
    what: 'the kernel of Prepare knows no feature',
    line: "export * from '../notes/note.page.ts';",
    file: 'apps/prepare/src/project/projects.ts',
    rule: floors,
  },
  {
    what: 'the kernel of Complete knows no feature',
    line: "export type * from '../tasks/task.page.ts';",
    file: 'apps/complete/src/project/projects.ts',
    rule: floors,
  },
  {
    what: 'a feature of Prepare knows no other, not even a type',
    line: "export type * from '../decisions/drafts.ts';",
    file: 'apps/prepare/src/notes/note.page.ts',
    rule: floors,
  },
  {
    what: 'a feature of Complete knows no other',
    line: "export * from '../lists/project-lists.table.ts';",
    file: 'apps/complete/src/tasks/task.page.ts',
    rule: floors,
  },
  {
    what: 'nobody imports the root of a package',
    line: "export * from '../index.ts';",
    file: 'libs/web/src/rights/rights.table.ts',
    rule: floors,
  },
  {
    what: 'a feature does not import the root',
    line: "export * from '../settings.ts';",
    file: 'apps/prepare/src/notes/note.page.ts',
    rule: floors,
  },
  {
    what: 'the ban on the broker stands on every floor',
    line: "export * from 'kafkajs';",
    file: 'apps/prepare/src/project/projects.ts',
    rule: floors,
  },
];

const allowed = [
  {
    what: 'lets a benchmark look into a database',
    line: "export { Client } from 'pg';",
    file: 'bench/src/lists/fill-register.ts',
  },
  {
    what: 'lets a service use what is shared',
    line: "export * from '@academies/contracts';",
    file: 'apps/prepare/src/main.ts',
  },
  {
    what: 'lets a feature use the kernel',
    line: "export * from '../project/projects.ts';",
    file: 'apps/prepare/src/notes/note.page.ts',
  },
];

/** Lints each line as if it stood in its file, all in one process; answers the rules that each breaks. */
function brokenBy(lines: readonly { line: string; file: string }[]): string[][] {
  const program = `
    import { ESLint } from 'eslint';
    const eslint = new ESLint();
    const broken = [];
    for (const { line, file } of ${JSON.stringify(lines)}) {
      const [result] = await eslint.lintText(line + '\\n', { filePath: file });
      broken.push(result.messages.map(({ ruleId }) => ruleId));
    }
    console.log(JSON.stringify(broken));`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.split('\n').findLast((line) => line.startsWith('[')) as string) as string[][];
}

describe('The boundaries between the rooms', () => {
  let broken: string[][];
  beforeAll(() => {
    broken = brokenBy([...forbidden, ...allowed]);
  });

  it.each(forbidden.map((one, at) => ({ ...one, at })))('$what', ({ rule, at }) => expect(broken[at]).toContain(rule));

  it.each(allowed.map((one, at) => ({ ...one, at })))('$what', ({ at }) =>
    expect(broken[forbidden.length + at]).toEqual([]),
  );
});
