import { FormView, summaryOf, typedIn } from '@academies/forms';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Clock } from '../clock/clock.ts';
import { may, type Right } from '../rights/rights.table.ts';
import { csrfTokenOf } from '../security/csrf.ts';
import { addressId, ShortCookies } from '../security/short-cookies.ts';
import { nonceOf } from '../security/headers.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { navigationFor } from './navigation-for.ts';
import { Notices } from './notices.ts';
import type { Redirect } from './redirect.ts';
import { type ShownAgain, shownAgain } from './shown-again.ts';
import { foundBefore } from '../forms/form.decorator.ts';
import { templatesOf } from './templates.ts';
import { type PageErrors, withUnsaved } from './unsaved.ts';

const notSent = 'Your sign-in had ended, so what you sent was not saved. Check what you entered and send it again.';

/** Renders templates with all that every page has: person, navigation, tokens, notices, errors of forms. */
@Injectable()
export class Pages {
  private readonly templates;

  constructor(
    @Inject(webOptions) private readonly options: WebOptions,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly cookies: ShortCookies,
  ) {
    this.templates = templatesOf([options.views].flat());
  }

  /** Answers a request with the address of the next page. */
  redirect(response: Response, redirect: Redirect): void {
    const again = shownAgain(response);
    if (again && 'refused' in again)
      return this.send(response, 'error', { ...again.refused, before: redirect.to }, again.refused.status);
    this.notices.redirect(response, redirect);
  }

  /** Answers a request with a page. */
  send(response: Response, template: string, context: object, status?: number): void {
    const request = response.req;
    const again = template === 'error' ? undefined : shownAgain(response); // it says itself what happened
    const everyPage = this.everyPage(request, response);
    const forms = this.withForms(request, context, again);
    const draw = (more: object = {}) =>
      this.templates.render(template.replace(/(\.njk)?$/, '.njk'), { ...everyPage, ...forms, ...more });
    const html = again || template === 'error' ? withUnsaved(request, draw, forms.errors) : draw();
    if ('isFoundAgain' in context && request.originalUrl.length <= longestOfList) {
      const { originalUrl: href, path } = request;
      this.cookies.put(response, 'list', addressId(path), href, hoursOfList * 60);
      if ('title' in context)
        this.cookies.put(response, 'list', newest, { text: context.title, href }, hoursOfList * 60);
    }
    response
      .status(status ?? statusOf(again) ?? response.statusCode)
      .type('html')
      .send(html);
  }

  /** Forms get the session's token; the one that was sent for nothing gets what was typed and why it is wrong. */
  private withForms(request: Request, context: object, again?: ShownAgain): { readonly errors?: PageErrors } {
    const wrong = again && 'wrong' in again ? again.wrong : undefined;
    const refused = again && 'refused' in again ? again.refused.message : undefined;
    const kept = again && 'kept' in again ? again.kept : undefined;
    const reason = refused ?? (kept && notSent);
    const alone = Object.values(context).filter((value) => value instanceof FormView).length === 1;
    const shown = Object.entries(context).map(([name, value]): [string, unknown] => {
      if (!(value instanceof FormView)) return [name, value];
      const view =
        wrong && value.of === wrong.form
          ? value.again(
              wrong.typed ?? typedIn(request.body),
              wrong.errors,
              wrong.found ?? foundBefore(request),
              wrong.collision,
            )
          : reason && alone
            ? value.again(kept ?? typedIn(request.body), [])
            : value;
      view.csrfToken = csrfTokenOf(request);
      // Named, since without it a browser adds the part after '#' of an error's link.
      view.action = request.originalUrl;
      return [name, view];
    });
    // Nothing is wrong where something that was found is still to be chosen.
    const errors = wrong?.errors.length ? summaryOf(wrong.errors) : reason ? [{ text: reason }] : undefined;
    return { ...Object.fromEntries(shown), ...(errors && { errors }) };
  }

  /** A list as this browser narrowed it last, for the way back to it. */
  private lastSeen(request: Request, path: string): string {
    const seen = this.cookies.read(request, 'list', addressId(path));
    return typeof seen === 'string' ? seen : path;
  }

  private everyPage(request: Request, response: Response): object {
    const user = request.session?.user;
    const { service, name, navigation, settings, search } = this.options;
    return {
      service,
      serviceName: name,
      feedbackUrl: settings.FEEDBACK_URL,
      supportEmail: settings.SUPPORT_EMAIL,
      isTrial: settings.TRIAL === 'yes',
      headerSearch: search,
      seen: (path: string) => this.lastSeen(request, path),
      newestList: () => this.cookies.read(request, 'list', newest),
      user,
      may: (right: Right) => user !== undefined && may(user, right),
      navigation: navigationFor(navigation, user, request.path),
      today: this.clock.today(),
      currentPath: request.path,
      query: request.query,
      urls: { prepare: settings.PREPARE_URL, complete: settings.COMPLETE_URL, reporting: settings.REPORTING_URL },
      cspNonce: nonceOf(response),
      csrfToken: csrfTokenOf(request),
      notice: this.notices.take(request, response),
    };
  }
}

/** Under this name stands the list that was shown last, whichever it is: its title and address. */
const newest = 'newest';

/** Hours in which a list is found again as it was narrowed. */
const hoursOfList = 8;

/** A longer address is not remembered: cookies are few and short. */
const longestOfList = 1_000;

/** Nothing is wrong where something that was found is still to be chosen. */
const statusOf = (again: ShownAgain | undefined): number | undefined =>
  again && 'refused' in again
    ? again.refused.status
    : again && 'wrong' in again && again.wrong.errors.length > 0
      ? 400
      : undefined;
