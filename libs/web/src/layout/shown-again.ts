import type { FormErrors, Typed } from '@academies/forms';
import type { Request, Response } from 'express';

/** What a person is told about an error. */
export interface Explanation {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly message: string;
}

/**
 * Why a page is shown with what was typed: answers were wrong, all of it was refused, or it was sent when the sign-in
 * had ended and kept.
 */
export type ShownAgain = { readonly wrong: FormErrors } | { readonly refused: Explanation } | { readonly kept: Typed };

/** What a request that is shown its page again carries. */
export const shownAgain = (response: Response): ShownAgain | undefined =>
  response.locals['shownAgain'] as ShownAgain | undefined;

/** Statuses with which a page says that what was sent did nothing. */
const refusals = [400, 403, 409, 410];

/** Whether the page of its address may answer a request, with what was typed, instead of an error page. */
export const canShowAgain = ({ method, session }: Request, { status }: Explanation): boolean =>
  !['GET', 'HEAD'].includes(method) && session?.user !== undefined && refusals.includes(status);

/** Has the page of this request show what was typed before. */
export const keepTyped = (response: Response, kept: Typed): void => {
  response.locals['shownAgain'] = { kept } satisfies ShownAgain;
};
