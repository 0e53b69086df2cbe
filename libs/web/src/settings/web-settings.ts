import {
  commaSeparated,
  databaseAddress,
  inDevelopment,
  riskIsKnown,
  stoppedBy,
  trialSettings,
  wholeNumber,
} from '@academies/contracts';
import { z } from 'zod';

/** What differs between services before anything is set. */
export interface WebDefaults {
  readonly service: 'prepare' | 'complete' | 'reporting';
  readonly port: number;
}

const webAddress = () => z.url({ protocol: /^https?$/, error: 'must be an address as https://example.org' });
const address = () => webAddress().transform((url) => url.replace(/\/+$/, ''));

/** Settings that every process has, pages or not. */
export const processSettings = ({ service, port }: { service: string; port: number }) => ({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('Where it runs. `production` asks for every setting by name, and listens for everybody.'),
  RISK_IS_KNOWN: riskIsKnown(),
  ...trialSettings(),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('The least that is logged.'),
  HOST: z
    .union([z.ipv4(), z.ipv6(), z.hostname()], 'must be a name or an address, as :: or 127.0.0.1')
    .optional()
    .describe('Where it listens; `::` is every address, IPv6 and IPv4. Unless told 0.0.0.0, in development 127.0.0.1.'),
  PORT: wholeNumber({ from: 0, to: 65_535 }).default(port).describe('The port on which it listens.'),
  KEEP_ALIVE_SECONDS: wholeNumber({ from: 1, to: 3_600 })
    .default(75)
    .describe(
      'How long an idle connection stays open: longer than the load balancer keeps it, else a request is lost.',
    ),
  DATABASE_URL: inDevelopment(databaseAddress(), `postgres://postgres:postgres@localhost:5432/${service}`),
  METRICS_FROM: z
    .enum(['loopback', 'private', 'anyone'])
    .default('loopback')
    .describe('Who may read /metrics: this machine, the private network, or anyone.'),
});

/** What only the owner of a service knows and its pages say. A page with one missing says so in development; production does not start. */
const aboutSettings = () => {
  const said = (name: string, what: string) =>
    inDevelopment(z.string().trim().min(1), `${name} is not set`).describe(what);
  return {
    SUPPORT_EMAIL: said('SUPPORT_EMAIL', 'Where people write who need help; pages say it.'),
    FEEDBACK_URL: inDevelopment(
      z.string().regex(/^(https:|mailto:)/, 'must begin with https: or mailto:'),
      'mailto:FEEDBACK_URL%20is%20not%20set',
    ).describe('Where people say what they think of the service: a web page, or mailto: and an address.'),
    ACCESSIBILITY_TESTED: said(
      'ACCESSIBILITY_TESTED',
      'When and by whom the service was last tested, and what was found, for the accessibility statement: `on 3 March 2027. It was …`.',
    ),
    DATA_CONTROLLER: said('DATA_CONTROLLER', 'Who is the controller of personal data, for the privacy notice.'),
    DATA_PROTECTION_EMAIL: said('DATA_PROTECTION_EMAIL', 'Who answers questions about personal data.'),
    PERSONAL_DATA_KEPT: said(
      'PERSONAL_DATA_KEPT',
      'How long personal data are kept, as a sentence of the privacy notice without its full stop.',
    ),
  };
};

/** Settings that every service with pages has; spread into its own schema. */
export const webSettings = ({ service, port }: WebDefaults) => ({
  ...processSettings({ service, port }),
  PUBLIC_URL: inDevelopment(address(), `http://localhost:${port}`).describe('The address that people type.'),
  PREPARE_URL: inDevelopment(address(), 'http://localhost:3001').describe('Where Prepare is, for links.'),
  COMPLETE_URL: inDevelopment(address(), 'http://localhost:3002').describe('Where Complete is, for links.'),
  REPORTING_URL: inDevelopment(address(), 'http://localhost:3003').describe('Where Reporting is, for links.'),
  OIDC_ISSUER: inDevelopment(address(), 'http://localhost:3000').describe(
    'The identity provider, as browsers know it.',
  ),
  OIDC_INTERNAL_URL: address()
    .optional()
    .describe('Where the service itself reaches the provider, when that differs (containers).'),
  OIDC_FORM_ORIGINS: commaSeparated()
    .pipe(z.array(webAddress()))
    .default([])
    .describe(
      'Further addresses by way of which the provider signs in or out. Browsers block a form that is led elsewhere.',
    ),
  OIDC_CLIENT_ID: inDevelopment(z.string(), service).describe('Who the service is to the provider.'),
  OIDC_CLIENT_SECRET: inDevelopment(z.string(), `${service}-development-secret`).describe('Its secret.'),
  OIDC_SCOPE: z
    .string()
    .regex(/^openid( |$)/, 'begins with openid')
    .default('openid profile email offline_access')
    .describe('What is asked of the provider. offline_access lets the roles be read again without a new sign-in.'),
  SESSION_SECRET: inDevelopment(z.string().min(32), 'development-only-secret-of-the-sessions').describe(
    'Signs and seals cookies; 32 characters or more. A new one signs everybody out.',
  ),
  SESSION_IDLE_MINUTES: wholeNumber({ from: 1, to: 1_440 })
    .default(480)
    .describe('Minutes without a request after which a session ends.'),
  SESSION_LONGEST_HOURS: wholeNumber({ from: 1, to: 168 })
    .default(12)
    .describe('Hours after the sign-in at which a session ends, however much it is used.'),
  ROLES_MINUTES: wholeNumber({ from: 1, to: 1_440 })
    .default(60)
    .describe('Minutes after which roles and team are read from the provider again.'),
  ...aboutSettings(),
  TRUSTED_PROXIES: stoppedBy(
    wholeNumber({ from: 0, to: 10 })
      .default(0)
      .describe("How many proxies stand before the service and are believed about the visitor's address and https."),
    ({ PUBLIC_URL, TRUSTED_PROXIES }) =>
      String(PUBLIC_URL).startsWith('https:') &&
      TRUSTED_PROXIES === 0 &&
      'PUBLIC_URL is https and TRUSTED_PROXIES is 0, so that nobody could sign in: set how many proxies stand before the service, usually 1',
  ),
  RATE_LIMIT_SIGN_IN: wholeNumber({ from: 1, to: 1_000_000 })
    .default(300)
    .describe('Sign-ins from one address in 15 minutes.'),
  RATE_LIMIT_EXPORTS: wholeNumber({ from: 1, to: 1_000_000 })
    .default(600)
    .describe('Downloads by one person or program in 15 minutes.'),
  RATE_LIMIT_LOOK_UPS: wholeNumber({ from: 1, to: 1_000_000 })
    .default(3_000)
    .describe('Searches of the register while somebody types, by one person in 15 minutes.'),
});

/** The settings of a process without pages. */
export type ProcessSettings = z.infer<z.ZodObject<ReturnType<typeof processSettings>>>;

/** The settings of a service with pages. */
export type WebSettings = z.infer<z.ZodObject<ReturnType<typeof webSettings>>>;
