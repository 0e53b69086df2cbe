import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dictionaryFiles } from './data-dictionary.ts';

const folder = path.resolve(import.meta.dirname, '../../../../docs/reference');
for (const [file, text] of Object.entries(dictionaryFiles())) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}
