import { ForbiddenError } from '@academies/contracts';
import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Access, accessKey, type ScopesOf, scopesKey } from './access.ts';
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
    const { session, params } = context.switchToHttp().getRequest<Request>();
    const user = session?.user;
    if (!user) throw new UnauthorizedException();
    if (session.scopes) this.checkScopes(context, params as Readonly<Record<string, string>>, session.scopes);
    if (!access || !may(user, access)) {
      throw new ForbiddenError('WEB.NOT_ALLOWED', 'Your role does not allow you to see or do this.');
    }
    return true;
  }

  private checkScopes(context: ExecutionContext, parameters: Readonly<Record<string, string>>, has: readonly string[]) {
    const scopes = this.reflector.getAllAndOverride<ScopesOf | undefined>(scopesKey, [
      context.getHandler(),
      context.getClass(),
    ])?.(parameters);
    if (!scopes) throw new ScopeMissing([]);
    if (scopes.length > 0 && !scopes.some((scope) => has.includes(scope))) throw new ScopeMissing(scopes);
  }
}

/** A machine asked for what its token does not open. */
export class ScopeMissing extends ForbiddenError {
  constructor(readonly scopes: readonly string[]) {
    super(
      'WEB.SCOPE_MISSING',
      scopes.length > 0
        ? `The token lacks a scope for this address: ${scopes.join(' or ')}.`
        : 'This address is for people, not for programs with a token.',
    );
  }
}
