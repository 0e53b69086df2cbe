import { filledIn, type MailTemplates } from '../templates/mail-template.ts';
import { type Deliver, mayPass, NotDelivered, patienceMs } from './deliver.ts';

/** Delivers to the page of the development sign-in that shows e-mails (infra/identity); never in production. */
export const developmentPage =
  (url: string, templates: MailTemplates): Deliver =>
  async ({ template, to, facts }) => {
    const words = templates[template];
    if (!words) throw new NotDelivered(`There is no template ${template}`, false);
    const { ok, status } = await fetch(new URL('/e-mails', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to, ...filledIn(words, facts) }),
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!ok) throw new NotDelivered(`The development page answered ${status}`, mayPass(status));
  };
