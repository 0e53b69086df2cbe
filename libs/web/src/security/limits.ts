import { TooMuchError } from '@academies/contracts';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { type Limit, limitKey } from './limited.ts';

const quarterOfAnHour = 15 * 60 * 1000;

/** Counts by person where one is signed in, else by address, so that an office behind one address is not one visitor. */
const limiter = (limit: number): RequestHandler =>
  rateLimit({
    windowMs: quarterOfAnHour,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => (request as Request).session?.user?.email ?? ipKeyGenerator(request.ip ?? ''),
    validate: { xForwardedForHeader: false, trustProxy: false },
    handler: (_, __, next) => next(new TooMuchError('WEB.TOO_MANY_REQUESTS', 'Wait a few minutes and try again.')),
  });

/** Refuses what comes too often, on routes marked with `@Limited`. */
@Injectable()
export class LimitsGuard implements CanActivate {
  private readonly limiters: Record<Limit, RequestHandler>;

  constructor(
    private readonly reflector: Reflector,
    @Inject(webOptions) { settings }: WebOptions,
  ) {
    this.limiters = {
      'sign-in': limiter(settings.RATE_LIMIT_SIGN_IN),
      exports: limiter(settings.RATE_LIMIT_EXPORTS),
      'look-ups': limiter(settings.RATE_LIMIT_LOOK_UPS),
    };
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const limit = this.reflector.getAllAndOverride<Limit | undefined>(limitKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!limit) return true;
    const http = context.switchToHttp();
    await new Promise<void>((resolve, reject) => {
      void this.limiters[limit](http.getRequest<Request>(), http.getResponse<Response>(), (error?: unknown) =>
        error ? reject(error as Error) : resolve(),
      );
    });
    return true;
  }
}
