import type { INestApplication } from '@nestjs/common';
import { type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import { Clock } from '../clock/clock.ts';
import { tellTime } from '../clock/today-of.ts';
import { measureRequests } from '../health/measure-requests.ts';
import { assets } from '../layout/assets.ts';
import { wrongAnswersOf } from '../layout/pages.ts';
import { logRequests } from '../logging/log-requests.ts';
import { csrfProtection } from '../security/csrf.ts';
import { securityHeaders } from '../security/headers.ts';
import { keepPrivate } from '../security/keep-private.ts';
import { readBodies } from '../security/read-bodies.ts';
import { Sessions } from '../sign-in/sessions.ts';
import { type WebOptions, webOptions } from './web-options.ts';

/** What happens to every request before its route, in this order. */
export function protections(app: INestApplication, logger: Logger): RequestHandler {
  const { settings } = app.get<WebOptions>(webOptions);
  const clock = app.get(Clock);
  const router = Router()
    .use(logRequests(logger))
    .use(measureRequests())
    .use(securityHeaders({ publicUrl: settings.PUBLIC_URL, formsMayGoTo: [new URL(settings.OIDC_ISSUER).origin] }))
    .get('/favicon.ico', (_, response) => response.redirect(308, '/assets/images/favicon.ico'))
    .use('/assets', assets())
    .use(keepPrivate)
    .use(exceptHealth(app.get(Sessions).middleware))
    .use(readBodies())
    .use(csrfProtection);
  // A page that is shown again after wrong answers has been through all this.
  return (request, response, next) => {
    if (wrongAnswersOf(response)) return next();
    tellTime(request, clock);
    router(request, response, next);
  };
}

/** Probes have no session and must not wait for its table. */
const exceptHealth =
  (middleware: RequestHandler): RequestHandler =>
  (request, response, next) =>
    /^\/(health\/|metrics$)/.test(request.path) ? next() : middleware(request, response, next);
