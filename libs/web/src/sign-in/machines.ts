import { Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import type { Request, RequestHandler } from 'express';
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify, type RemoteJWKSet } from 'jose';
import { z } from 'zod';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { IdentityProvider, ProviderAway } from './provider.ts';
import './session.ts';

/** A token that counts for nothing here; the message says why. */
export class TokenRefused extends UnauthorizedException {}

/** Keys of both sides are no signature. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Who has a token and what it allows: as RFC 9068 says it, or as Entra ID does (`azp` or `appid`, and `roles`). */
const Claims = z
  .object({
    client_id: z.string().optional(),
    azp: z.string().optional(),
    appid: z.string().optional(),
    scope: z.string().default(''),
    roles: z.array(z.string()).default([]),
  })
  .transform(({ client_id, azp, appid, scope, roles }) => ({
    client: client_id ?? azp ?? appid,
    scopes: [...scope.split(' ').filter(Boolean), ...roles],
  }));

/**
 * Machines that come with a token of the provider (OAuth 2.0, client credentials) in place of a session. One is known as
 * `client@machines`, has the rights of a data consumer, and comes in where a route is `@Scoped` and its token has the scope.
 */
@Injectable()
export class Machines {
  #keys: RemoteJWKSet | undefined;

  constructor(
    private readonly provider: IdentityProvider,
    @Inject(webOptions) private readonly options: WebOptions,
  ) {}

  readonly middleware: RequestHandler = (request, _, next) => {
    const [, token] = /^Bearer +(\S+) *$/i.exec(request.get('authorization') ?? '') ?? [];
    if (!token || !this.options.machines) return next();
    this.admit(token, this.options.machines.audience, request).then(() => next(), next);
  };

  /** In place of a session, which is looked for in no cookie then. */
  private async admit(token: string, audience: string, request: Request): Promise<void> {
    const { client, scopes } = Claims.parse(await this.verified(token, audience));
    if (!client) throw new TokenRefused('The token does not say whose it is.');
    const user = { email: `${client.toLowerCase()}@machines`, name: client, roles: ['data_consumer'] as const };
    request.session = { user, scopes, signedInAt: Date.now() } as unknown as Request['session'];
  }

  private async verified(token: string, audience: string): Promise<JWTPayload> {
    try {
      const check = { issuer: this.options.settings.OIDC_ISSUER, audience, algorithms, requiredClaims: ['exp'] };
      return (await jwtVerify(token, await this.keys(), check)).payload;
    } catch (error) {
      if (isOfTheToken(error)) throw new TokenRefused(whyNot(error));
      throw error instanceof errors.JOSEError ? new ProviderAway(error) : this.provider.failed(error);
    }
  }

  private async keys(): Promise<RemoteJWKSet> {
    const { jwks_uri } = (await this.provider.configuration()).serverMetadata();
    return (this.#keys ??= createRemoteJWKSet(new URL(jwks_uri ?? ''), {
      [customFetch]: (url, options) => this.provider.fetchInside(url, options as never),
    }));
  }
}

/** What jose says of a token, rather than of the provider's answer to it. */
const isOfTheToken = (error: unknown): error is errors.JOSEError =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) &&
  error.code !== errors.JOSEError.code;

function whyNot(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud')
    return 'The token is for somebody else: ask for one with the audience of this service.';
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iss')
    return 'The token is of another provider.';
  return 'The token is not valid.';
}
