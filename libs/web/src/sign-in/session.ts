import 'express-session';
import type { SignedInUser } from './signed-in-user.ts';

/** A sign-in under way, kept by its `state`. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

declare module 'express-session' {
  interface SessionData {
    user: SignedInUser;
    /** Needed for signing out at the provider without a further question. */
    idToken: string;
    attempts: SignInAttempt[];
    /** What the next page says once, after a redirect. */
    notice: string;
  }
}
