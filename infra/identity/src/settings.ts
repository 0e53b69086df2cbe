import { inDevelopment, readSettings } from '@academies/web';
import { z } from 'zod';

const address = (value: string) => inDevelopment(z.url({ protocol: /^https?$/ }), value);

/** The settings of the development sign-in. */
export const identitySettings = () =>
  readSettings({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    /** `yes` lets it run with NODE_ENV=production: a demonstration, where anybody may be anybody. */
    ALLOW_DEVELOPMENT_SIGN_IN: z.string().optional(),
    PORT: z.coerce.number().int().default(3000),
    OIDC_ISSUER: address('http://localhost:3000'),
    PREPARE_URL: address('http://localhost:3001'),
    COMPLETE_URL: address('http://localhost:3002'),
    REPORTING_URL: address('http://localhost:3003'),
    PREPARE_CLIENT_SECRET: inDevelopment(z.string(), 'prepare-development-secret'),
    COMPLETE_CLIENT_SECRET: inDevelopment(z.string(), 'complete-development-secret'),
    REPORTING_CLIENT_SECRET: inDevelopment(z.string(), 'reporting-development-secret'),
  });
