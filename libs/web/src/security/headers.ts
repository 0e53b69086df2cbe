import { randomBytes } from 'node:crypto';
import type { Trial } from '@academies/contracts';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** The nonce that lets this response's own scripts run. */
export const nonceOf = (response: Response): string => response.locals['cspNonce'] as string;

/** The same in development and tests as in production, but for what only HTTPS has. */
export function securityHeaders({
  publicUrl,
  formsMayGoTo = [],
}: {
  publicUrl: string;
  formsMayGoTo?: string[];
}): RequestHandler {
  const https = publicUrl.startsWith('https:');
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", (_, response) => `'nonce-${nonceOf(response as Response)}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // Browsers check redirects that follow a form too: sign-in and sign-out go by way of the provider.
        formAction: ["'self'", ...formsMayGoTo],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    response.locals['cspNonce'] = randomBytes(16).toString('base64');
    protect(request, response, next);
  };
}

/** Every response of a trial says so: to programs too, which see no banner. */
export const tellOfTrial =
  ({ TRIAL }: { TRIAL: Trial }): RequestHandler =>
  (_, response, next) => {
    if (TRIAL === 'yes') response.setHeader('X-Trial', 'yes');
    next();
  };
