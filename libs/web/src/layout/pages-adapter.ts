import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { Page } from './page.ts';
import type { Pages } from './pages.ts';
import { Redirect } from './redirect.ts';

/** Nest's Express adapter, which understands our answers: pages, redirects, and templates named by `@Render`. */
export class PagesAdapter extends ExpressAdapter {
  pages: Pages | undefined;

  override reply(response: Response, body: unknown, status?: number): unknown {
    if (body instanceof Redirect) return this.pages?.redirect(response, body);
    if (body instanceof Page)
      return this.pages?.send(response, body.template, body.context, body.status === 200 ? undefined : body.status);
    return super.reply(response, body, status) as unknown;
  }

  override render(response: Response, template: string, answer: unknown): unknown {
    if (answer instanceof Redirect || answer instanceof Page) return this.reply(response, answer);
    return this.pages?.send(response, template, (answer ?? {}) as object);
  }
}
