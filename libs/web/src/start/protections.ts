import type { INestApplication } from '@nestjs/common';
import { type RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import { Clock } from '../clock/clock.ts';
import { tellTime } from '../clock/today-of.ts';
import { measureRequests } from '../health/measure-requests.ts';
import { assets } from '../layout/assets.ts';
import { shownAgain } from '../layout/shown-again.ts';
import { logRequests } from '../logging/log-requests.ts';
import { csrfProtection } from '../security/csrf.ts';
import { forwardedAddress } from '../security/forwarded-address.ts';
import { securityHeaders, tellOfTrial } from '../security/headers.ts';
import { hashUploads } from '../security/hash-uploads.ts';
import { keepPrivate } from '../security/keep-private.ts';
import { noZeroCharacter } from '../security/no-zero-character.ts';
import { readBodies } from '../security/read-bodies.ts';
import { KeptTyping } from '../sign-in/kept-typing.ts';
import { KeepSession } from '../sign-in/keep-session.ts';
import { Machines } from '../sign-in/machines.ts';
import { Sessions } from '../sign-in/sessions.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';

/** What happens to every request before its route, in this order. */
export function protections(app: INestApplication, logger: Logger): RequestHandler {
  const { settings, hashesUploadsTo } = app.get<WebOptions>(webOptions);
  const clock = app.get(Clock);
  const signInBy = [settings.OIDC_ISSUER, ...settings.OIDC_FORM_ORIGINS].map((url) => new URL(url).origin);
  const router = Router()
    .use(tellOfTrial(settings))
    .use(forwardedAddress)
    .use(logRequests(logger))
    .use(measureRequests())
    .use(securityHeaders({ publicUrl: settings.PUBLIC_URL, formsMayGoTo: signInBy }))
    .get('/favicon.ico', (_, response) => response.redirect(308, '/assets/images/favicon.ico'))
    .use('/assets', assets())
    .use(keepPrivate)
    .use(exceptHealth(app.get(Machines).middleware))
    .use(exceptHealth(app.get(Sessions).middleware))
    .use(exceptHealth(app.get(KeepSession).middleware))
    .use(exceptHealth(app.get(KeptTyping).middleware))
    .use(noZeroCharacter)
    .use(readBodies())
    .use(hashUploads(hashesUploadsTo))
    .use(csrfProtection);
  // A page that is shown again has been through all this.
  return (request, response, next) => {
    if (shownAgain(response)) return next();
    tellTime(request, clock);
    router(request, response, next);
  };
}

/** Probes have no session and must not wait for its table. */
const exceptHealth =
  (middleware: RequestHandler): RequestHandler =>
  (request, response, next) =>
    /^\/(health\/|metrics$)/.test(request.path) ? next() : middleware(request, response, next);
