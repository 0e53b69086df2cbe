import 'express-session';
import { createParamDecorator, type ExecutionContext, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import type { SignedInUser } from '../rights/signed-in-user.ts';

/** What a session knows: written at sign-in and when roles are read again, by nothing else. */
export interface SignedInSession {
  readonly user: SignedInUser;
  /** Needed for signing out at the provider without a further question. */
  readonly idToken: string;
  /** Needed for reading the roles again; absent where the provider gives none. */
  readonly refreshToken?: string;
}

declare module 'express-session' {
  interface SessionData {
    user: SignedInUser;
    idToken: string;
    refreshToken?: string;
    /** Milliseconds since 1970: when the person signed in, and when the roles are to be read again. */
    signedInAt: number;
    rolesDue: number;
    /** What a machine's token allows (machines.ts); people have none. */
    scopes: readonly string[];
  }
}

/** The signed-in person of this request: `show(@SignedIn() user: SignedInUser)`. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): SignedInUser => {
  const user = context.switchToHttp().getRequest<Request>().session?.user;
  if (!user) throw new UnauthorizedException();
  return user;
});
