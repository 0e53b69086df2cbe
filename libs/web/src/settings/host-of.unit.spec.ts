import { hostOf } from './host-of.ts';

describe('Where a process listens', () => {
  it.each(['development', 'test'] as const)('is this machine alone in %s', (NODE_ENV) =>
    expect(hostOf({ NODE_ENV })).toBe('127.0.0.1'),
  );
  it('is where it is told, IPv6 too', () => expect(hostOf({ NODE_ENV: 'production', HOST: '::' })).toBe('::'));
  it('is everywhere in production', () => expect(hostOf({ NODE_ENV: 'production' })).toBe('0.0.0.0'));
});
