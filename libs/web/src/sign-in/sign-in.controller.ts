import { InvalidError } from '@academies/contracts';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import * as openid from 'openid-client';
import { redirect, type Redirect } from '../layout/redirect.ts';
import { Public } from '../rights/access.ts';
import { Limited } from '../security/limited.ts';
import { localPath } from '../security/local-path.ts';
import { ShortCookies } from '../security/short-cookies.ts';
import { signedInBy } from './claims.ts';
import { IdentityProvider } from './provider.ts';
import { Sessions } from './sessions.ts';

/** A sign-in under way, in a cookie of its own by its `state`: tabs that ask side by side each arrive where they wanted. */
interface Attempt {
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

/** Minutes that somebody may take at the provider. */
const patience = 60;

/** Authorization code flow with PKCE, state and nonce. */
@Controller('sign-in')
@Public()
@Limited('sign-in')
export class SignInController {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly sessions: Sessions,
    private readonly cookies: ShortCookies,
  ) {}

  @Get()
  async start(@Res({ passthrough: true }) response: Response, @Query('returnTo') returnTo: unknown): Promise<Redirect> {
    const configuration = await this.provider.configuration();
    const state = openid.randomState();
    const attempt: Attempt = {
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
      returnTo: shortPath(localPath(returnTo)),
    };
    this.cookies.put(response, 'sign-in', state, attempt, patience);
    const url = openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.provider.callbackUrl,
      scope: this.provider.scope,
      state,
      nonce: attempt.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    return redirect(url.href);
  }

  @Get('callback')
  async finish(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Redirect> {
    const here = new URL(request.originalUrl, this.provider.callbackUrl);
    const state = here.searchParams.get('state') ?? '';
    const attempt = this.cookies.take(request, response, 'sign-in', state) as Attempt | undefined;
    // A second press of "back" after signing in lands here; whoever is signed in already just goes on.
    if (!attempt && request.session?.user) return redirect('/');
    if (!attempt) throw signInAgain('Your sign-in took too long or was started in another browser.');
    if (here.searchParams.has('error')) throw signInAgain('The sign-in was not completed.');

    const configuration = await this.provider.configuration();
    const tokens = await openid
      .authorizationCodeGrant(configuration, here, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        const failure = this.provider.failed(error);
        throw 'code' in failure && failure.code === 'WEB.SIGN_IN_AWAY'
          ? failure
          : signInAgain('The sign-in was not completed.');
      });
    await this.sessions.signIn(request, signedInBy(tokens));
    return redirect(attempt.returnTo);
  }
}

/** What a cookie has room for: of a longer address the path, without its filters. */
const shortPath = (path: string): string =>
  [path, path.split('?')[0] ?? ''].find(({ length }) => length <= 1_500) ?? '/';

const signInAgain = (what: string) =>
  new InvalidError('WEB.SIGN_IN_AGAIN', `${what} Start again from the page that you want to see.`);
