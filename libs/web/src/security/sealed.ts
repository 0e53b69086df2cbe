import { hkdfSync } from 'node:crypto';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { managedNonce } from '@noble/ciphers/utils.js';

const boxOf = managedNonce(xchacha20poly1305);

/** The key for one purpose, so that what was sealed for one opens for no other. */
export const keyFor = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32));

/** A value as a text that nobody without the key can read or change; it fits into a cookie. */
export const seal = (value: unknown, key: Uint8Array): string =>
  Buffer.from(boxOf(key).encrypt(Buffer.from(JSON.stringify(value)))).toString('base64url');

/** What was sealed with this key; nothing for every other text. */
export function unseal(text: string, key: Uint8Array): unknown {
  try {
    const opened = boxOf(key).decrypt(Buffer.from(text, 'base64url'));
    return JSON.parse(Buffer.from(opened).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
