import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dictionaryFiles } from './data-dictionary.ts';

const folder = path.resolve(import.meta.dirname, '../../../../docs/reference');

describe('The data dictionary in docs', () => {
  it('says what the columns say (npm run docs makes it anew)', () => {
    const written = Object.keys(dictionaryFiles()).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]);
    expect(Object.fromEntries(written)).toEqual(dictionaryFiles());
  });
});
