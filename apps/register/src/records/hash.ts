import { createHash } from 'node:crypto';

/** The hash of a state. The columns' table gives every state its parts in one order, so its JSON is always the same. */
export const hashOf = (state: unknown): string =>
  createHash('sha256').update(JSON.stringify(state)).digest('base64url');
