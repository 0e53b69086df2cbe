import { existsSync } from 'node:fs';
import path from 'node:path';
import { checks } from './checks.table.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const named = checks.flatMap(({ run }) => run.filter((word) => word.endsWith('.spec.ts')));

describe('The checks of npm test', () => {
  it.each(named)('name a test that is there: %s', (file) => expect(existsSync(path.join(root, file))).toBe(true));
});
