import { type Identity, startIdentity } from '@academies/identity';
import getPort from 'get-port';
import { type WebSettings, webSettings } from '../settings/web-settings.ts';
import { readSettings } from '../settings/read-settings.ts';
import { freshDatabase } from '@academies/testing';
import { startWebApp } from '../start/start-web-app.ts';
import type { Running } from '../start/running.ts';

import { testApp } from './test-app.spec.ts';

/** Settings of a test's service. */
export const settingsFor = (given: Record<string, string>): WebSettings =>
  readSettings(webSettings({ service: 'prepare', port: 0 }), { LOG_LEVEL: 'silent', NODE_ENV: 'test', ...given });

/** A service, its database and a real identity provider, for one test file. */
export interface Ground {
  readonly settings: WebSettings;
  readonly url: string;
  service: Running;
  identity: Identity;
  start(): Promise<Running>;
  startIdentity(): Promise<Identity>;
  stop(): Promise<void>;
}

/** Starts all of it; `more` are further settings, `issuer` an address of the provider that only browsers know. */
export async function testGround(more: Record<string, string> = {}, issuer?: string): Promise<Ground> {
  const [database, port, identityPort] = await Promise.all([freshDatabase('web'), getPort(), getPort()]);
  const url = `http://localhost:${port}`;
  const settings = settingsFor({
    DATABASE_URL: database.url,
    PORT: String(port),
    PUBLIC_URL: url,
    OIDC_ISSUER: issuer ?? `http://localhost:${identityPort}`,
    ...(issuer && { OIDC_INTERNAL_URL: `http://localhost:${identityPort}` }),
    ...more,
  });
  const begin = () => startWebApp(testApp(settings));
  const beginIdentity = () =>
    startIdentity({
      port: identityPort,
      issuer: settings.OIDC_ISSUER,
      clients: [{ id: settings.OIDC_CLIENT_ID, secret: settings.OIDC_CLIENT_SECRET, url }],
    });
  const ground: Ground = {
    settings,
    url,
    service: await begin(),
    identity: await beginIdentity(),
    start: async () => (ground.service = await begin()),
    startIdentity: async () => (ground.identity = await beginIdentity()),
    stop: async () => {
      await Promise.all([ground.service.stop(), ground.identity.stop()]);
      await database.drop();
    },
  };
  return ground;
}
