import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assets, securityHeaders, templatesOf } from '@academies/web';
import express, { type ErrorRequestHandler } from 'express';
import { choosePersona } from './choose-persona.ts';
import type { Client, Machine } from './clients.ts';
import { eMails } from './e-mails.ts';
import { allPersonas, type Persona } from './personas.table.ts';
import { makeProvider } from './provider.ts';

/** What the development sign-in is started with. */
export interface IdentityOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Where it listens; for this machine alone unless told. */
  readonly host?: string;
  /** The address under which browsers know it; its own unless told. */
  readonly issuer?: string;
  readonly clients: readonly Client[];
  /** Programs that get tokens by client credentials; none unless told. */
  readonly machines?: readonly Machine[];
  /** Who may sign in, looked up anew each time; every persona unless told. */
  readonly people?: readonly Persona[];
  /** Whether it also shows the e-mails that services would send; it does unless told. */
  readonly showsEMails?: boolean;
}

/** A development sign-in that runs. */
export interface Identity {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Starts the development sign-in: a real provider where everybody may be any persona, without password. */
export async function startIdentity({
  port,
  host: listensAt = '127.0.0.1',
  issuer: known,
  clients,
  machines = [],
  people = allPersonas,
  showsEMails = true,
}: IdentityOptions): Promise<Identity> {
  const app = express().disable('x-powered-by');
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, listensAt, resolve));
  const issuer = known ?? `http://localhost:${(server.address() as AddressInfo).port}`;
  const templates = templatesOf([`${import.meta.dirname}/templates`]);
  const provider = await makeProvider(issuer, { clients, machines, personas: people }, (template) =>
    templates.render(template),
  );
  const { host, protocol } = new URL(issuer);
  const origins = clients.map(({ url }) => new URL(url).origin);

  app.get('/health/:what', (_, response) => void response.json({ status: 'up' }));
  app.use(securityHeaders({ publicUrl: issuer, formsMayGoTo: origins }));
  app.use('/assets', assets());
  app.use((request, response, next) => {
    // Services in containers come by another address; what they are told is the one that browsers know.
    request.headers.host = host;
    request.headers['x-forwarded-proto'] = protocol.replace(':', '');
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  if (showsEMails) app.use(eMails(templates));
  app.use(choosePersona(provider, templates, { showsEMails }));
  app.use(provider.callback());
  app.use(failed);

  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const failed: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
  const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
  if (status === 500) process.stderr.write(`${String(error)}\n`);
  response.status(status).type('text').send('Sorry, that did not work. Go back to the service and sign in again.');
};
