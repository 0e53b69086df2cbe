import { Controller, Get, Inject, Logger, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import * as openid from 'openid-client';
import { redirect, type Redirect } from '../layout/redirect.ts';
import { Public } from '../rights/access.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { IdentityProvider } from './provider.ts';
import { Sessions } from './sessions.ts';

/** Ends the session here and at the provider. */
@Controller()
@Public()
export class SignOutController {
  private readonly logger = new Logger(SignOutController.name);

  constructor(
    private readonly provider: IdentityProvider,
    private readonly sessions: Sessions,
    @Inject(webOptions) private readonly options: WebOptions,
  ) {}

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Redirect> {
    const idToken = request.session?.idToken;
    await this.sessions.end(request);
    response.clearCookie(`${this.options.service}.sid`, { path: '/' });
    return redirect(await this.endOfSession(idToken));
  }

  /** Where a browser ends that reloads, or goes back to, a sign-out that did not work. */
  @Get('sign-out')
  notByAddress(): Redirect {
    return redirect('/');
  }

  @Get('signed-out')
  @Render('signed-out')
  signedOut() {
    return {};
  }

  /** The provider's own sign-out; when it is away, ours has happened all the same. */
  private async endOfSession(idToken?: string): Promise<string> {
    try {
      const url = openid.buildEndSessionUrl(await this.provider.configuration(), {
        post_logout_redirect_uri: `${this.options.settings.PUBLIC_URL}/signed-out`,
        ...(idToken && { id_token_hint: idToken }),
      });
      return url.href;
    } catch (error) {
      this.logger.warn(`Signed out here only: ${error instanceof Error ? error.message : String(error)}`);
      return '/signed-out';
    }
  }
}
