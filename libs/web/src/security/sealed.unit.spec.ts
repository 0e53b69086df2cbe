import { keyFor, seal, unseal } from './sealed.ts';

const key = keyFor('a secret of thirty-two characters', 'notice');

describe('What is sealed', () => {
  it('opens with the same key, and shows nothing without it', () => {
    const sealed = seal({ text: 'Note added – “Mönch”' }, key);
    expect(sealed).toMatch(/^[\w-]+$/);
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('Note');
    expect(unseal(sealed, key)).toEqual({ text: 'Note added – “Mönch”' });
  });

  it('opens for no other purpose or secret', () => {
    expect(unseal(seal('x', key), keyFor('a secret of thirty-two characters', 'sign-in'))).toBeUndefined();
    expect(unseal(seal('x', key), keyFor('another secret of so many characters', 'notice'))).toBeUndefined();
  });

  it('is nothing when anything of it was changed', () => {
    const sealed = Buffer.from(seal('x', key), 'base64url');
    for (const at of sealed.keys()) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(unseal(changed.toString('base64url'), key)).toBeUndefined();
    }
  });

  it.each(['', 'x', '%00', 'x'.repeat(5_000)])('is nothing when it never was: %#', (text) =>
    expect(unseal(text, key)).toBeUndefined(),
  );
});
