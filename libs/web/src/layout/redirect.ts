/** A handler's answer "go there next" (303). Made by `redirect`. */
export class Redirect {
  constructor(
    readonly to: string,
    readonly notice?: string,
  ) {}

  /** Shows a success banner on the next page, once. */
  saying(notice: string): Redirect {
    return new Redirect(this.to, notice);
  }
}

/** Post, redirect, get: what a handler that saved something returns. `redirect('/projects/1').saying('Note added')` */
export const redirect = (to: string): Redirect => new Redirect(to);
