import express, { Router } from 'express';
import type { Environment } from 'nunjucks';
import { z } from 'zod';

const Mail = z.object({ to: z.string().max(320), subject: z.string().max(1_000), body: z.string().max(100_000) });

/** As many are kept as somebody may want to look at. */
const most = 200;

/**
 * E-mails that services would send, shown instead: GET /e-mails lists them, newest first, and POST /e-mails takes one. For
 * development; in production there is no such address.
 */
export function eMails(templates: Environment): Router {
  const mails: (z.infer<typeof Mail> & { at: Date })[] = [];
  return Router()
    .get('/e-mails', (_, response) => {
      const cspNonce = response.locals['cspNonce'] as string;
      response.type('html').send(templates.render('e-mails.njk', { cspNonce, mails }));
    })
    .post('/e-mails', express.json({ limit: '200kb' }), (request, response) => {
      const read = Mail.safeParse(request.body);
      if (!read.success) return void response.status(400).json({ error: z.prettifyError(read.error) });
      mails.unshift({ ...read.data, at: new Date() });
      mails.length = Math.min(mails.length, most);
      response.status(201).json({});
    });
}
