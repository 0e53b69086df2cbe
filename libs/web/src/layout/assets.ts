import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { autocompleteFolder, govukFolder, mojFolder } from './templates.ts';

const dayLong = { maxAge: '1d', index: false, redirect: false } as const;

/** Styles, scripts, fonts and images of GOV.UK and MoJ, as they come, and the little of our own; nothing is built. */
export function assets(): RequestHandler {
  const govuk = join(govukFolder, 'govuk');
  const moj = join(mojFolder, 'moj');
  const router = Router();
  const file = (name: string, folder: string) =>
    router.get(`/${name}`, (_, response) => response.sendFile(name, { root: folder, maxAge: '1d' }));
  const own = join(import.meta.dirname, '..', 'assets');
  file('app.css', own);
  file('register-search.js', own);
  file('live-choice.js', own);
  file('accessible-autocomplete.min.css', autocompleteFolder);
  file('accessible-autocomplete.min.js', autocompleteFolder);
  file('govuk-frontend.min.css', govuk);
  file('govuk-frontend.min.js', govuk);
  file('moj-frontend.min.css', moj);
  file('moj-frontend.min.js', moj);
  router.use(express.static(join(govuk, 'assets'), dayLong), express.static(join(moj, 'assets'), dayLong));
  router.use((_, response) => void response.status(404).type('text').send('Not found'));
  return router;
}
