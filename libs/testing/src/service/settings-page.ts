import { readFileSync } from 'node:fs';
import path from 'node:path';
import { settingsSection } from '@academies/web';

const page = path.resolve(import.meta.dirname, '../../../../docs/settings.md');

/** Promises that docs/settings.md says of a process what its schema says, and that each setting is explained. */
export function settingsAreInTheDocs(process: string, shape: Parameters<typeof settingsSection>[1]): void {
  describe(`The settings of ${process} in docs`, () => {
    it('are what the code reads (npm run docs makes them anew)', () =>
      expect(readFileSync(page, 'utf8')).toContain(settingsSection(process, shape)));

    it('are each explained in a sentence', () => {
      const unsaid = Object.entries(shape).filter(([, schema]) => !('description' in schema && schema.description));
      expect(unsaid.map(([name]) => name)).toEqual([]);
    });
  });
}
