import { readFileSync } from 'node:fs';
import path from 'node:path';
import { settingsSection } from '@academies/web';
import { identitySettings } from './settings.ts';

const page = path.resolve(import.meta.dirname, '../../../docs/settings.md');

describe('The settings of the development sign-in in docs', () => {
  it('are what the code reads (npm run docs makes them anew)', () =>
    expect(readFileSync(page, 'utf8')).toContain(settingsSection('Development sign-in', identitySettings.shape)));
});
