import { InvalidError } from '@academies/contracts';
import { Controller, Get, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import * as openid from 'openid-client';
import { redirect, type Redirect } from '../layout/redirect.ts';
import { Public } from '../rights/access.ts';
import { Limited } from '../security/limited.ts';
import { localPath } from '../security/local-path.ts';
import { userOf } from './claims.ts';
import { IdentityProvider } from './provider.ts';
import { renewed } from './renew-session.ts';

/** Several pages may ask for sign-in at once (tabs); more than these are forgotten. */
const mostAttempts = 5;

/** Authorization code flow with PKCE, state and nonce. */
@Controller('sign-in')
@Public()
@Limited('sign-in')
export class SignInController {
  constructor(private readonly provider: IdentityProvider) {}

  @Get()
  async start(@Req() request: Request, @Query('returnTo') returnTo: unknown): Promise<Redirect> {
    const configuration = await this.provider.configuration();
    const attempt = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
      returnTo: localPath(returnTo),
    };
    request.session.attempts = [attempt, ...(request.session.attempts ?? [])].slice(0, mostAttempts);
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.provider.callbackUrl,
      scope: 'openid profile email',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return redirect(url.href);
  }

  @Get('callback')
  async finish(@Req() request: Request): Promise<Redirect> {
    const here = new URL(request.originalUrl, this.provider.callbackUrl);
    const attempt = request.session.attempts?.find(({ state }) => state === here.searchParams.get('state'));
    // A second press of "back" after signing in lands here; whoever is signed in already just goes on.
    if (!attempt && request.session.user) return redirect('/');
    if (!attempt) throw signInAgain('Your sign-in took too long or was started in another browser.');
    if (here.searchParams.has('error')) throw signInAgain('The sign-in was not completed.');

    const configuration = await this.provider.configuration();
    const tokens = await openid
      .authorizationCodeGrant(configuration, here, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        const failure = this.provider.failed(error);
        throw 'code' in failure && failure.code === 'WEB.SIGN_IN_AWAY'
          ? failure
          : signInAgain('The sign-in was not completed.');
      });
    const user = userOf(tokens.claims());
    await renewed(request);
    request.session.user = user;
    request.session.idToken = tokens.id_token ?? '';
    return redirect(attempt.returnTo);
  }
}

const signInAgain = (what: string) =>
  new InvalidError('WEB.SIGN_IN_AGAIN', `${what} Start again from the page that you want to see.`);
