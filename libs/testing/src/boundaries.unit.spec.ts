import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** Lints one line as if it stood in that file; answers the rules that it breaks. */
const brokenBy = (line: string, file: string): string[] => {
  const eslint = path.join(root, 'node_modules/eslint/bin/eslint.js');
  const args = [eslint, '--stdin', '--stdin-filename', file, '--format', 'json'];
  const run = spawnSync(process.execPath, args, { cwd: root, input: `${line}\n`, encoding: 'utf8' });
  const [result] = JSON.parse(run.stdout) as { messages: { ruleId: string }[] }[];
  return result?.messages.map(({ ruleId }) => ruleId) ?? [];
};

describe('The boundaries between the rooms', () => {
  const boundary = '@nx/enforce-module-boundaries';
  it.each([
    ['Prepare does not reach into Complete', "export * from '@academies/complete';", 'apps/prepare/src/main.ts', boundary],
    ['the contracts know no messaging', "export * from '@academies/messaging';", 'libs/contracts/src/index.ts', boundary],
    ['the handover rules know no framework', "export * from '@nestjs/common';", 'libs/handover-rules/src/index.ts', boundary],
    ['only messaging speaks to the broker', "export * from 'kafkajs';", 'apps/prepare/src/main.ts', 'no-restricted-imports'],
  ])('%s', (_, line, file, rule) => expect(brokenBy(line, file)).toContain(rule));

  it('lets a service use what is shared', () =>
    expect(brokenBy("export * from '@academies/contracts';", 'apps/prepare/src/main.ts')).toEqual([]));
});
