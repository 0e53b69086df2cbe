import { ForbiddenError } from '@academies/contracts';
import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Access, accessKey } from './access.ts';
import { may } from './rights.table.ts';

/** Denied by default: a route says that it is public, or which right it needs; one that says nothing is refused. */
@Injectable()
export class RightsGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true; // events come with no visitor
    const access = this.reflector.getAllAndOverride<Access | undefined>(accessKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'public') return true;
    const user = context.switchToHttp().getRequest<Request>().session?.user;
    if (!user) throw new UnauthorizedException();
    if (!access || !may(user, access)) {
      throw new ForbiddenError('WEB.NOT_ALLOWED', 'Your role does not allow you to see or do this.');
    }
    return true;
  }
}
