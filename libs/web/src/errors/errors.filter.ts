import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Injectable,
  Logger,
  NotFoundException,
  UnauthorizedException,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Request, Response } from 'express';
import { WrongAnswers } from '../forms/wrong-answers.ts';
import { Pages, wrongAnswersOf } from '../layout/pages.ts';
import { redirect } from '../layout/redirect.ts';
import { sendRedirect } from '../layout/send-redirect.ts';
import { FormExpired } from '../security/csrf.ts';
import { type Explanation, explain } from './explain.ts';
import { signInFirst } from './sign-in-first.ts';
import { wantsJson } from './wants-json.ts';

/** The one place where errors become answers. */
@Catch()
@Injectable()
export class ErrorsFilter implements ExceptionFilter {
  private readonly logger = new Logger('Errors');

  constructor(
    private readonly pages: Pages,
    private readonly adapter: HttpAdapterHost,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    // A file that is half sent must not look whole: the connection breaks, the browser says so.
    if (response.headersSent) return this.broken(error, response);
    if (error instanceof WrongAnswers && !wrongAnswersOf(response)) return this.showAgain(error, request, response);
    const nobody = !request.session?.user && (error instanceof UnauthorizedException || error instanceof FormExpired);
    if (nobody && !wantsJson(request)) return sendRedirect(response, redirect(signInFirst(request)));
    this.answer(this.explained(error, request, response), request, response);
  }

  private explained(error: unknown, request: Request, response: Response): Explanation {
    const wrong = error instanceof WrongAnswers ? error : wrongAnswersOf(response);
    // The form's own address has no page to show again: its messages stand on an error page.
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
    delete response.locals['wrongAnswers'];
    response.status(status);
    if (wantsJson(request)) return void response.json({ status, code, title, message, trace });
    try {
      this.pages.send(response, 'error', { ...explanation, trace }, status);
    } catch (failure) {
      this.logger.error(failure);
      response.type('text').send(`${title}\n\n${message}\n`);
    }
  }

  /** The GET of the same address, with the answers that were wrong. Guards, look-ups and template are the page's own. */
  private showAgain(wrong: WrongAnswers, request: Request, response: Response): void {
    if (wantsJson(request)) {
      const errors = wrong.problems.map(({ field, message }) => ({ field, message }));
      return void response
        .status(400)
        .json({ status: 400, code: 'WEB.WRONG_ANSWERS', title: 'There is a problem', errors });
    }
    response.locals['wrongAnswers'] = wrong;
    request.method = 'GET';
    request.url = request.originalUrl;
    (this.adapter.httpAdapter.getInstance() as (request: Request, response: Response) => void)(request, response);
  }

  private broken(error: unknown, response: Response): void {
    if (!response.destroyed) this.logger.error(error);
    response.destroy();
  }
}
