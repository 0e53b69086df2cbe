import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allEvents, eventOfType } from './all-events.ts';
import { referenceFiles } from './asyncapi.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const examples = path.join(root, 'libs/contracts/examples');

/** Files are `{type}.{number}.json`; the number grows when an example of a changed shape is added. */
const kept = readdirSync(examples).map((file) => [file, file.replace(/\.\d+\.json$/, '')] as const);

describe('What was published before', () => {
  it.each(kept)('%s is readable by today’s code', (file, type) => {
    const value: unknown = JSON.parse(readFileSync(path.join(examples, file), 'utf8'));
    expect(eventOfType(type)?.value.safeParse(value)).toMatchObject({ success: true });
  });

  it('holds an example of every type', () => {
    const types = new Set(kept.map(([, type]) => type));
    expect(allEvents.map(({ type }) => type).filter((type) => !types.has(type))).toEqual([]);
  });
});

describe('The reference in docs', () => {
  it('says what the code says (npm run docs makes it anew)', () => {
    const written = Object.keys(referenceFiles()).map((file) => [
      file,
      readFileSync(path.join(root, 'docs/reference', file), 'utf8'),
    ]);
    expect(Object.fromEntries(written)).toEqual(referenceFiles());
  });
});
