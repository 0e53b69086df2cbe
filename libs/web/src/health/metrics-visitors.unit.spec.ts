import { mayReadMetrics } from './metrics-visitors.ts';

describe('Metrics', () => {
  it.each([
    ['loopback', '127.0.0.1', true],
    ['loopback', '::1', true],
    ['loopback', '::ffff:127.0.0.1', true],
    ['loopback', '10.0.0.5', false],
    ['private', '10.0.0.5', true],
    ['private', '::ffff:172.18.0.3', true],
    ['private', '8.8.8.8', false],
    ['anyone', '8.8.8.8', true],
  ] as const)('%s lets %s read: %s', (from, address, allowed) =>
    expect(mayReadMetrics(from, address, false)).toBe(allowed),
  );

  it('are not for what came through a proxy', () => expect(mayReadMetrics('private', '10.0.0.5', true)).toBe(false));
});
