import { FormErrors } from '@academies/forms';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
  Logger,
  NotFoundException,
  UnauthorizedException,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import { Pages } from '../layout/pages.ts';
import { redirect } from '../layout/redirect.ts';
import { FormExpired } from '../security/csrf.ts';
import { challenge, isMachine } from './challenge.ts';
import { explain } from './explain.ts';
import { localPath } from '../security/local-path.ts';
import { KeptTyping } from '../sign-in/kept-typing.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { canShowAgain, type Explanation, type ShownAgain, shownAgain } from '../layout/shown-again.ts';

/** What is too much now, or away, may go again after so long, unless whoever refused it knows better. */
const comeAgainSeconds = 60;

/** The one place where errors become answers. */
@Catch()
@Injectable()
export class ErrorsFilter implements ExceptionFilter {
  private readonly logger = new Logger('Errors');

  constructor(
    private readonly pages: Pages,
    private readonly adapter: HttpAdapterHost,
    private readonly typing: KeptTyping,
    @Inject(webOptions) private readonly options: WebOptions,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    // A file that is half sent must not look whole: the connection breaks, the browser says so.
    if (response.headersSent) return this.broken(error, response);
    const nobody = !request.session?.user && (error instanceof UnauthorizedException || error instanceof FormExpired);
    if (nobody && !wantsJson(request)) return void this.signInFirst(request, response);
    const again = shownAgain(response);
    if (error instanceof FormErrors && !again) return this.showAgain({ wrong: error }, request, response);
    const explanation = this.explained(error, again, request);
    if (!again && canShowAgain(request, explanation) && !wantsJson(request))
      return this.showAgain({ refused: explanation }, request, response);
    if (this.options.machines) challenge(response, explanation.status, error, this.options.service);
    this.answer(explanation, request, response);
  }

  /** To the sign-in that comes back: to the page asked for, or to the one of the form, with what was typed. */
  private async signInFirst(request: Request, response: Response): Promise<void> {
    const kept = await this.typing.keep(request, response).catch((error: unknown) => void this.logger.error(error));
    const address = kept ? signInFor(localPath(request.originalUrl)) : withoutTyping(request);
    this.pages.redirect(response, redirect(address));
  }

  private explained(error: unknown, again: ShownAgain | undefined, request: Request): Explanation {
    // There is no page to show again: what stood against the form stands on an error page.
    if (again && 'refused' in again) return again.refused;
    const wrong = error instanceof FormErrors ? error : again && 'wrong' in again ? again.wrong : undefined;
    if (wrong && (error === wrong || error instanceof NotFoundException)) {
      return { ...explain(new HttpException('', 400)), message: `${wrong.message}.` };
    }
    const explanation = explain(error, request.method);
    if (explanation.status >= 500) this.logger.error(error);
    return explanation;
  }

  private answer(explanation: Explanation, request: Request, response: Response): void {
    const { status, code, title, message } = explanation;
    const trace = response.locals['trace'] as string | undefined;
    delete response.locals['shownAgain'];
    response.status(status);
    if ((status === 429 || status === 503) && !response.hasHeader('Retry-After'))
      response.setHeader('Retry-After', String(comeAgainSeconds));
    if (wantsJson(request)) return problem(response, { title, status, detail: message, code, trace });
    try {
      const cameFrom = pathOfReferer(request);
      const before = cameFrom && cameFrom !== request.originalUrl ? { before: cameFrom } : {};
      const [, project] = /^(\/projects\/[^/?]+)\/./.exec(request.originalUrl) ?? [];
      const about = status === 404 ? {} : { project };
      this.pages.send(response, 'error', { ...explanation, ...before, ...about, trace }, status);
    } catch (failure) {
      this.logger.error(failure);
      response.type('text').send(`${title}\n\n${message}\n`);
    }
  }

  /** The GET of the same address, with what stood against it. Guards, look-ups and template are the page's own. */
  private showAgain(again: ShownAgain, request: Request, response: Response): void {
    if ('wrong' in again && wantsJson(request)) {
      const errors = again.wrong.errors.map(({ field, message }) => ({ field, message }));
      const wrong = { title: 'There is a problem', status: 400, code: 'WEB.WRONG_ANSWERS', errors };
      return problem(response.status(400), wrong);
    }
    response.locals['shownAgain'] = again;
    request.method = 'GET';
    request.url = request.originalUrl;
    (this.adapter.httpAdapter.getInstance() as (request: Request, response: Response) => void)(request, response);
  }

  private broken(error: unknown, response: Response): void {
    if (!response.destroyed) this.logger.error(error);
    response.socket?.resetAndDestroy();
    response.destroy();
  }
}

/** A problem as programs know it (RFC 9457). */
const problem = (response: Response, said: object): void =>
  void response.type('application/problem+json').json({ type: 'about:blank', ...said });

const signInFor = (returnTo: string): string => `/sign-in?${new URLSearchParams({ returnTo }).toString()}`;

/** The address of the sign-in that comes back here: to the page asked for, or to the one whose form was sent. */
function withoutTyping(request: Request): string {
  if (request.path === '/sign-out') return '/signed-out'; // the session ended before the button was pressed
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const back = reading ? localPath(request.originalUrl) : localPath(pathOfReferer(request) ?? '/');
  return signInFor(back);
}

function pathOfReferer(request: Request): string | undefined {
  const referer = request.get('referer') ?? '';
  if (!URL.canParse(referer)) return undefined;
  const { host, pathname, search } = new URL(referer);
  return host === request.get('host') ? pathname + search : undefined;
}

/** A program that takes a file may not say what it wants; a page that asks to sign in would look like the file to it. */
const isFile = (request: Request): boolean => /\.\w+$/.test(request.path);
const namesHtml = (request: Request): boolean => /text\/html/.test(request.get('accept') ?? '');

/** Machines ask for JSON and get it, for a file also when they ask for nothing; everybody else gets a page. */
const wantsJson = (request: Request): boolean =>
  request.path.startsWith('/health/') ||
  isMachine(request) ||
  request.accepts(['html', 'json']) === 'json' ||
  (isFile(request) && !namesHtml(request));
