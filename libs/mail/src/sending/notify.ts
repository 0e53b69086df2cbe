import axios from 'axios';
import { NotifyClient } from 'notifications-node-client';
import { type Deliver, mayPass, NotDelivered, patienceMs } from './deliver.ts';

/** How GOV.UK Notify is reached, and the ids of its templates by our names. */
export interface NotifySettings {
  readonly apiKey: string;
  readonly url: string;
  readonly templates: Readonly<Record<string, string>>;
}

/** What Notify says is wrong: `{ errors: [{ error: 'BadRequestError', message: '…' }] }`. */
const saidBy = (answer: unknown): string => {
  const { errors } = (answer ?? {}) as { errors?: { error?: string; message?: string }[] };
  return Array.isArray(errors) ? errors.map(({ error, message }) => message ?? error).join('. ') : 'nothing more';
};

/** Delivers by GOV.UK Notify. Our id goes with each e-mail as its reference, so that one that comes twice can be told there. */
export function notify({ apiKey, url, templates }: NotifySettings): Deliver {
  const client = new NotifyClient(url, apiKey);
  // By itself it would wait for an answer without end.
  client.setClient(axios.create({ timeout: patienceMs }));
  return async ({ id, template, to, facts }) => {
    const templateId = templates[template];
    if (!templateId) throw new NotDelivered(`There is no template id for ${template}`, false);
    try {
      await client.sendEmail(templateId, to, { personalisation: facts, reference: id });
    } catch (error) {
      // The error itself has the token of the request in it, and is not passed on.
      if (!axios.isAxiosError(error)) throw new NotDelivered(String(error), true);
      const { response } = error;
      if (!response) throw new NotDelivered(`GOV.UK Notify did not answer (${error.code ?? error.message})`, true);
      const { status, data } = response;
      throw new NotDelivered(`GOV.UK Notify answered ${status}: ${saidBy(data)}`, mayPass(status));
    }
  };
}
