import { inDevelopment } from '@academies/contracts';
import { settingsFrom } from '@academies/web';
import { z } from 'zod';

const address = (value: string) => inDevelopment(z.url({ protocol: /^https?$/ }), value);

/** The settings of the development sign-in. */
export const identitySettings = settingsFrom({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development').describe('Where it runs.'),
  ALLOW_DEVELOPMENT_SIGN_IN: z
    .string()
    .optional()
    .describe('`yes` lets it run with NODE_ENV=production: a demonstration, where anybody may be anybody.'),
  HOST: z.string().optional().describe('Where it listens, as for the services.'),
  PORT: z.coerce.number().int().default(3000).describe('The port on which it listens.'),
  OIDC_ISSUER: address('http://localhost:3000').describe('Its address, as browsers know it.'),
  PREPARE_URL: address('http://localhost:3001').describe('Where Prepare is.'),
  COMPLETE_URL: address('http://localhost:3002').describe('Where Complete is.'),
  REPORTING_URL: address('http://localhost:3003').describe('Where Reporting is.'),
  PREPARE_CLIENT_SECRET: inDevelopment(z.string(), 'prepare-development-secret').describe('The secret of Prepare.'),
  COMPLETE_CLIENT_SECRET: inDevelopment(z.string(), 'complete-development-secret').describe('The secret of Complete.'),
  REPORTING_CLIENT_SECRET: inDevelopment(z.string(), 'reporting-development-secret').describe(
    'The secret of Reporting.',
  ),
  MACHINE_CLIENT_SECRET: inDevelopment(z.string(), 'machine-development-secret').describe(
    'The secret of `machine`, a program that downloads from Reporting.',
  ),
  MACHINE_AUDIENCE: address('http://localhost:3003').describe("Reporting's own setting of this name."),
});
