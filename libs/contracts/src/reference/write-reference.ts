import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { allEvents } from './all-events.ts';
import { referenceFiles } from './asyncapi.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const reference = path.join(root, 'docs/reference');
const examples = path.join(root, 'libs/contracts/examples');

rmSync(path.join(reference, 'events'), { recursive: true, force: true });
mkdirSync(path.join(reference, 'events'), { recursive: true });
for (const [file, text] of Object.entries(referenceFiles())) writeFileSync(path.join(reference, file), text);

// An example once published stays as it was: it stands for what lies in the topics.
mkdirSync(examples, { recursive: true });
for (const event of allEvents) {
  const file = path.join(examples, `${event.type}.1.json`);
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(event.example(), null, 2)}\n`);
}
