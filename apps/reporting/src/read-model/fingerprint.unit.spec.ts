import { allEvents, jsonSchemaOf } from '@academies/contracts';
import { columns } from '../columns/columns.ts';
import { narrowColumns } from '../filters/narrow-row.ts';
import { addresses } from '../fixtures/rows.spec.ts';
import { fingerprintOf } from './fingerprint.ts';

describe('The name of a read model', () => {
  const now = fingerprintOf(columns, addresses);

  it('stays when nothing changes', () => expect(fingerprintOf(columns, addresses)).toBe(now));

  it.each([
    ['a column', fingerprintOf(columns.slice(1), addresses)],
    ['an address', fingerprintOf(columns, { ...addresses, complete: 'https://elsewhere.example' })],
    ['a filter', fingerprintOf(columns, addresses, undefined, undefined, narrowColumns.slice(1))],
    [
      'a contract, whose states have to be read anew',
      fingerprintOf(columns, addresses, [...allEvents.map(jsonSchemaOf).slice(1), { type: 'string' }]),
    ],
  ])('changes with %s', (_, other) => expect(other).not.toBe(now));
});
