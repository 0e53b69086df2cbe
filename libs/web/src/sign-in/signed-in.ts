import { createParamDecorator, type ExecutionContext, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import type { SignedInUser } from './signed-in-user.ts';
import './session.ts';

/** The signed-in person of this request: `show(@SignedIn() user: SignedInUser)`. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): SignedInUser => {
  const user = context.switchToHttp().getRequest<Request>().session?.user;
  if (!user) throw new UnauthorizedException();
  return user;
});
