import { typedIn } from '@academies/forms';
import type { Request } from 'express';
import nunjucks from 'nunjucks';
import { csrfInput, isRequestValid } from '../security/csrf.ts';

/** Words, names, addresses: what somebody would have to think of or look up once more. Choices and numbers are not. */
const isWritten = (text: string): boolean => /[\s\p{Lu}@]|:\/\//u.test(text);

/** As templates write it. */
const { escape: escaped } = nunjucks.lib as unknown as { escape(text: string): string };

/** What a page says is wrong, each with the input that it is about. */
export type PageErrors = readonly { readonly text: string; readonly href?: string }[];

/**
 * A page that refuses what was sent. What somebody wrote and the page does not show is given back below it, to be copied: the
 * project was revoked, deleted or given to somebody else meanwhile, and there is no form any more. Only of our own forms, so
 * that nobody else's words stand on our pages.
 */
export function withUnsaved(request: Request, draw: (more?: object) => string, errors: PageErrors = []): string {
  const html = draw();
  const unsaved = isRequestValid(request) ? unsavedIn(request.body, html) : [];
  if (unsaved.length === 0) return html;
  const isThere = (href: string) => !href.startsWith('#') || html.includes(`id="${href.slice(1)}"`);
  const told = errors.map(({ text, href }) => (href && isThere(href) ? { text, href } : { text }));
  return draw({ unsaved, ...(told.length > 0 && { errors: told }) });
}

function unsavedIn(body: unknown, html: string): string[] {
  const written = Object.entries(typedIn(body))
    .filter(([name]) => name !== csrfInput && name !== 'shown' && !name.endsWith('_searched'))
    .flatMap(([, texts]) => texts)
    .filter(isWritten);
  return [...new Set(written)].filter((text) => !html.includes(escaped(text)));
}
