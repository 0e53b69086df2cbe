import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { followChanges } from './follow-changes.ts';

describe('A source file that an editor replaces by a new one', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'workspace-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = (file: string) => path.join(folder, 'apps/one', file);

  it('is built each time', async () => {
    mkdirSync(at('src'), { recursive: true });
    writeFileSync(at('package.json'), '{"name": "one"}');
    writeFileSync(at('src/page.njk'), 'first');
    let told = Promise.withResolvers<Set<string>>();
    const followed = followChanges(async (touched) => told.resolve(touched), console.log, folder);
    await followed.ready;
    for (const text of ['second', 'third', 'fourth']) {
      writeFileSync(at('new'), text);
      renameSync(at('new'), at('src/page.njk'));
      expect(await told.promise).toEqual(new Set(['apps/one']));
      told = Promise.withResolvers();
      expect(readFileSync(at('dist/page.njk'), 'utf8')).toBe(text);
    }
    await followed.stop();
  });
});
