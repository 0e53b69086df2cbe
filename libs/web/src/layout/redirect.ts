/** What a page says once: that something was done, or what to know when nothing was. */
export interface Notice {
  readonly text: string;
  readonly done: boolean;
}

/** A handler's answer "go there next" (303). Made by `redirect`. */
export class Redirect {
  constructor(
    readonly to: string,
    readonly notice?: Notice,
  ) {}

  /** Shows a success banner on the next page, once: something was done. */
  saying(text: string): Redirect {
    return new Redirect(this.to, { text, done: true });
  }

  /** Shows a banner on the next page, once, that claims no success: what to know, what comes first, why nothing was done. */
  telling(text: string): Redirect {
    return new Redirect(this.to, { text, done: false });
  }
}

/** Post, redirect, get: what a handler that saved something returns. `redirect('/projects/1').saying('Note added')` */
export const redirect = (to: string): Redirect => new Redirect(to);
