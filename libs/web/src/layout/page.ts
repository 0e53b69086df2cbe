/** A handler's answer "show this page", for when the template depends on what was found. Made by `page`. */
export class Page {
  constructor(
    readonly template: string,
    readonly context: object,
    readonly status = 200,
  ) {}
}

/** Shows a template of the service: `return page('exports/period', { report })`. Else use Nest's `@Render`. */
export const page = (template: string, context: object = {}, status = 200): Page => new Page(template, context, status);
