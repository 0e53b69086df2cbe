import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pageOfPictures } from './pictures.ts';

const docs = path.resolve(import.meta.dirname, '../../../../docs/screenshots');
const files = readdirSync(docs).filter((name) => name.endsWith('.webp'));
const page = readFileSync(path.join(docs, 'README.md'), 'utf8');

describe('The pictures of the documentation', () => {
  it('are shown on their page, with what one sees', () => {
    expect(page).toBe(pageOfPictures());
    expect(files.filter((name) => !page.includes(`(${name})`))).toEqual([]);
  });

  it('are small', () => expect(files.filter((name) => statSync(path.join(docs, name)).size > 80_000)).toEqual([]));
});
