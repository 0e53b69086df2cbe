import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../clock/clock.ts';
import { FormView } from '../forms/form-view.ts';
import { typedIn } from '../forms/typed.ts';
import type { WrongAnswers } from '../forms/wrong-answers.ts';
import { may } from '../rights/may.ts';
import type { Right } from '../rights/rights.table.ts';
import { csrfTokenOf } from '../security/csrf.ts';
import { nonceOf } from '../security/headers.ts';
import { type WebOptions, webOptions } from '../start/web-options.ts';
import { navigationFor } from './navigation-for.ts';
import { templatesOf } from './templates.ts';

/** What a request that is shown its page again carries: the answers that were wrong. */
export const wrongAnswersOf = (response: Response): WrongAnswers | undefined =>
  response.locals['wrongAnswers'] as WrongAnswers | undefined;

/** Renders templates with all that every page has: person, navigation, tokens, notices, errors of forms. */
@Injectable()
export class Pages {
  private readonly templates;

  constructor(
    @Inject(webOptions) private readonly options: WebOptions,
    private readonly clock: Clock,
  ) {
    this.templates = templatesOf([options.views].flat());
  }

  /** Answers a request with a page. */
  send(response: Response, template: string, context: object, status?: number): void {
    const request = response.req;
    const wrong = wrongAnswersOf(response);
    const forms = this.withForms(request, context, wrong);
    const html = this.templates.render(template.replace(/(\.njk)?$/, '.njk'), {
      ...this.everyPage(request, response),
      ...forms,
    });
    response
      .status(status ?? (wrong ? 400 : response.statusCode))
      .type('html')
      .send(html);
  }

  /** Forms get the session's token; the one that was answered wrongly gets what was typed and why it is wrong. */
  private withForms(request: Request, context: object, wrong?: WrongAnswers): object {
    const shown = Object.entries(context).map(([name, value]): [string, unknown] => {
      if (!(value instanceof FormView)) return [name, value];
      const view =
        wrong && value.of === wrong.form ? value.again(wrong.typed ?? typedIn(request.body), wrong.problems) : value;
      view.csrfToken = csrfTokenOf(request);
      // Named, since without it a browser adds the part after '#' of an error's link.
      view.action = request.originalUrl;
      return [name, view];
    });
    const errors = wrong?.problems.map(({ message, input }) => ({
      text: message,
      ...(input && { href: `#${input}` }),
    }));
    const sent = wrong && !wrong.isOutdated && 'version' in context ? typedIn(request.body)['version'] : undefined;
    return { ...Object.fromEntries(shown), ...(errors && { errors }), ...(sent && { version: sent }) };
  }

  private everyPage(request: Request, response: Response): object {
    const user = request.session?.user;
    const { service, name, navigation, settings, feedbackUrl } = this.options;
    return {
      service,
      serviceName: name,
      feedbackUrl,
      user,
      may: (right: Right) => user !== undefined && may(user, right),
      navigation: navigationFor(navigation, user, request.path),
      today: this.clock.today(),
      currentPath: request.path,
      query: request.query,
      urls: { prepare: settings.PREPARE_URL, complete: settings.COMPLETE_URL, reporting: settings.REPORTING_URL },
      cspNonce: nonceOf(response),
      csrfToken: user && csrfTokenOf(request),
      notice: takeNotice(request, response),
    };
  }
}

/** A notice is said once, on the first page that is no error. */
function takeNotice(request: Request, response: Response): string | undefined {
  const notice = request.session?.notice;
  if (!notice || response.statusCode >= 400) return undefined;
  delete request.session.notice;
  return notice;
}
