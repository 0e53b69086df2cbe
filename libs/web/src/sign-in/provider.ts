import { TransientError } from '@academies/contracts';
import { Inject, Injectable, Logger } from '@nestjs/common';
import * as openid from 'openid-client';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { signedInBy } from './claims.ts';
import type { SignedInSession } from './session.ts';

/** The identity provider cannot be reached now; sign-in says so, everything else goes on. */
export class ProviderAway extends TransientError {
  constructor(cause: unknown) {
    super('WEB.SIGN_IN_AWAY', 'Sign-in is not available at the moment. Try again in a few minutes.', { cause });
  }
}

/** The identity provider as this service sees it. Asked at the first sign-in, so that a start does not wait for it. */
@Injectable()
export class IdentityProvider {
  private readonly logger = new Logger(IdentityProvider.name);
  private known: openid.Configuration | undefined;

  constructor(@Inject(webOptions) private readonly options: WebOptions) {}

  async configuration(): Promise<openid.Configuration> {
    this.known ??= await this.discover();
    return this.known;
  }

  /** What went wrong in talking to it: away (try later), or an answer that cannot be believed. The next sign-in asks afresh. */
  failed(error: unknown): Error {
    this.known = undefined;
    this.logger.warn(`Sign-in failed: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`);
    return isAway(error) ? new ProviderAway(error) : (error as Error);
  }

  /** What it says of a person now, without asking the person. Refused: they may not be signed in any longer. */
  async refresh(refreshToken: string): Promise<SignedInSession | 'refused' | 'failed'> {
    try {
      const configuration = await this.configuration();
      return { refreshToken, ...signedInBy(await openid.refreshTokenGrant(configuration, refreshToken)) };
    } catch (error) {
      if (error instanceof openid.ResponseBodyError && refusals.includes(error.error)) return 'refused';
      this.failed(error);
      return 'failed';
    }
  }

  private async discover(): Promise<openid.Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.options.settings;
    const insecure = OIDC_ISSUER.startsWith('http:') ? [openid.allowInsecureRequests] : [];
    try {
      return await openid.discovery(
        new URL(OIDC_ISSUER),
        OIDC_CLIENT_ID,
        { redirect_uris: [this.callbackUrl] },
        openid.ClientSecretBasic(OIDC_CLIENT_SECRET),
        { execute: insecure, timeout: 5, [openid.customFetch]: this.fetchInside },
      );
    } catch (error) {
      this.logger.warn(`Identity provider: ${error instanceof Error ? error.message : String(error)}`);
      throw new ProviderAway(error);
    }
  }

  /** What is asked for; `offline_access` is what makes most providers give a refresh token. */
  get scope(): string {
    return this.options.settings.OIDC_SCOPE;
  }

  get callbackUrl(): string {
    return `${this.options.settings.PUBLIC_URL}/sign-in/callback`;
  }

  /** Browsers reach the issuer at its public address; inside a container network the service uses another one. */
  readonly fetchInside: openid.CustomFetch = (url, options) => {
    const { OIDC_ISSUER, OIDC_INTERNAL_URL } = this.options.settings;
    const inside =
      OIDC_INTERNAL_URL && url.startsWith(OIDC_ISSUER) ? OIDC_INTERNAL_URL + url.slice(OIDC_ISSUER.length) : url;
    return fetch(inside, options as RequestInit);
  };
}

/** What is said of the person or their sign-in (RFC 6749, 5.2; OpenID Connect Core, 3.1.2.6); other errors speak of us. */
const refusals = ['invalid_grant', 'access_denied', 'login_required', 'interaction_required', 'consent_required'];

/** No answer, a late one, or one that says "I am ill". */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as Error & { code?: string };
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  if (error.name === 'TimeoutError' || code === 'OAUTH_TIMEOUT') return true;
  return cause instanceof Response ? cause.status >= 500 : isAway(cause);
}
