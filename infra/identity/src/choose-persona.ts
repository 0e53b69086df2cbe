import { roles, teams } from '@academies/contracts';
import { type Request, type Response, Router, urlencoded } from 'express';
import type { Environment } from 'nunjucks';
import { errors, type Provider } from 'oidc-provider';
import { allPersonas } from './personas.table.ts';

const rows = allPersonas.map(({ email, name, does, ...persona }) => ({
  email,
  name,
  does,
  role: persona.roles.map(roles.say).join(', '),
  team: persona.team && teams.say(persona.team),
}));

/** The page "Choose who to sign in as" and its answer. */
export function choosePersona(provider: Provider, templates: Environment, about: object): Router {
  const show = (response: Response, template: string, context: object, status = 200) =>
    response
      .status(status)
      .type('html')
      .send(templates.render(template, { cspNonce: response.locals['cspNonce'] as string, ...context }));

  const orStartAgain =
    (work: (request: Request, response: Response) => Promise<unknown>) =>
    async (request: Request, response: Response) => {
      try {
        await work(request, response);
      } catch (error) {
        if (!(error instanceof errors.OIDCProviderError)) throw error;
        show(response, 'start-again.njk', {}, 400);
      }
    };

  return Router()
    .get('/', (_, response) => void show(response, 'about.njk', { rows, ...about }))
    .get(
      '/choose/:uid',
      orStartAgain(async (request, response) => {
        const { uid, params } = await provider.interactionDetails(request, response);
        show(response, 'choose-persona.njk', { rows, uid, service: params['client_id'] });
      }),
    )
    .post(
      '/choose/:uid',
      urlencoded({ extended: false, limit: '10kb' }),
      orStartAgain(async (request, response) => {
        const { email } = request.body as { email?: unknown };
        const persona = rows.find((row) => row.email === email);
        if (!persona) return response.redirect(303, request.originalUrl);
        await provider.interactionFinished(request, response, { login: { accountId: persona.email } });
      }),
    );
}
