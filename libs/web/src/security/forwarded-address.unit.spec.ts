import { withoutPort } from './forwarded-address.ts';

describe('The address of a visitor', () => {
  it.each([
    ['203.0.113.7:4711', '203.0.113.7'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    [' 203.0.113.7 ', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['unknown', 'unknown'],
  ])('%s is %s', (told, address) => expect(withoutPort(told)).toBe(address));
});
