import fc from 'fast-check';
import { localPath } from './local-path.ts';

describe('The way back after sign-in', () => {
  it.each(['/', '/projects/1', '/list?page=2&region=london', '/a/../b'])('goes to %s', (path) =>
    expect(localPath(path)).toBe(path === '/a/../b' ? '/b' : path),
  );

  it('stays on this service, whatever was asked', () => {
    const nasty = fc
      .array(fc.constantFrom('/', '\\', '.', 'a', ':', '@', '//evil.example', 'https:', '?', '#', '%2f', '\t', ' '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, (asked) => {
        const path = localPath(asked);
        expect(path).toMatch(/^\/(?!\/)/);
        expect(new URL(path, 'http://here.example').origin).toBe('http://here.example');
      }),
    );
  });
});
