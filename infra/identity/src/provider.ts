import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { errors, Provider, interactionPolicy, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { type Client, type Machine, toMachineMetadata, toMetadata } from './clients.ts';
import type { Persona } from './personas.table.ts';
import { shortMemory } from './short-memory.ts';

/** Whom the provider knows. */
interface Known {
  readonly clients: readonly Client[];
  readonly machines: readonly Machine[];
  readonly personas: readonly Persona[];
}

/** A real OpenID Connect provider, whose accounts are the personas. Its keys live as long as the process. */
export async function makeProvider(
  issuer: string,
  { clients, machines, personas }: Known,
  show: (template: string) => string,
): Promise<Provider> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const configuration: Configuration = {
    adapter: shortMemory(),
    clients: [...clients.map(toMetadata), ...machines.map(toMachineMetadata)],
    scopes: ['openid', 'offline_access', ...new Set(machines.flatMap(({ scopes }) => scopes))],
    jwks: {
      keys: [
        { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') },
      ],
    },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: 'identity.sid', interaction: 'identity.interaction', resume: 'identity.resume' },
    },
    claims: { openid: ['sub'], profile: ['name', 'roles', 'team'], email: ['email'] },
    // Claims stand in the id token itself, as they do with the provider of production.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: tokensFor(machines),
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => void (context.body = askWhetherToSignOut(form)),
      },
    },
    pkce: { required: () => true },
    interactions: { policy: alwaysChoose(), url: (_, interaction) => `/choose/${interaction.uid}` },
    findAccount: (_, email) => {
      const persona = personas.find((one) => one.email === email);
      return (
        persona && {
          accountId: email,
          claims: () => ({ sub: email, email, name: persona.name, roles: persona.roles, team: persona.team }),
        }
      );
    },
    renderError: (context) => void ((context.type = 'html'), (context.body = show('start-again.njk'))),
    loadExistingGrant: grantEverything,
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    // Who chooses to be somebody else at one service stays who they were at the others.
    expiresWithSession: () => false,
    ttl: {
      Interaction: 60 * 60,
      Session: 8 * 60 * 60,
      Grant: 24 * 60 * 60,
      AccessToken: 60 * 60,
      ClientCredentials: 60 * 60,
      IdToken: 60 * 60,
      RefreshToken: 24 * 60 * 60,
      AuthorizationCode: 60,
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.proxy = true;
  provider.use(signOutAtOnce);
  return provider;
}

/** Tokens of machines are JWTs for the service that they read from; people's stay the provider's own affair. */
function tokensFor(machines: readonly Machine[]) {
  const machine = (client?: { clientId: string }) => machines.find(({ id }) => id === client?.clientId);
  return {
    enabled: true,
    defaultResource: (_: unknown, client?: { clientId: string }) => machine(client)?.audience as string,
    getResourceServerInfo: (_: unknown, audience: string, client: { clientId: string }) => {
      const known = machine(client);
      if (known?.audience !== audience) throw new errors.InvalidTarget();
      return {
        audience,
        scope: known.scopes.join(' '),
        accessTokenFormat: 'jwt' as const,
        jwt: { sign: { alg: 'RS256' as const } },
      };
    },
  };
}

/** Everybody chooses at every sign-in: one browser is an officer here and a data consumer there. */
function alwaysChoose() {
  const policy = interactionPolicy.base();
  const chosen = new interactionPolicy.Check('choose_persona', 'Choose who to sign in as', (context) =>
    context.oidc.result?.login ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT,
  );
  policy.get('login')?.checks.add(chosen);
  return policy;
}

/** The services are ours: nobody is asked whether they may read name and roles. */
async function grantEverything(context: KoaContextWithOIDC) {
  const { oidc } = context;
  const grant = new oidc.provider.Grant({
    clientId: oidc.client?.clientId ?? '',
    accountId: oidc.session?.accountId ?? '',
  });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

/** The person pressed "Sign out" at the service, which proves itself by the id token: no second question. */
async function signOutAtOnce(context: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  if (context.method !== 'GET' || context.path !== '/session/end' || context.status !== 200) return;
  const back = context.oidc.params?.['post_logout_redirect_uri'];
  if (!context.oidc.entities.IdTokenHint || typeof back !== 'string') return;
  await context.oidc.session?.destroy();
  context.redirect(back);
}

/** Only for a sign-out that proves nothing (no id token); services send one. */
const askWhetherToSignOut = (form: string): string =>
  `<!doctype html><html lang="en"><title>Sign out</title><h1>Sign out of the development sign-in?</h1>${form}` +
  '<button form="op.logoutForm" name="logout" value="yes">Sign out</button></html>';
