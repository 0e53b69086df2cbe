import { z } from 'zod';
import { inDevelopment } from './read-settings.ts';

/** What differs between services before anything is set. */
export interface WebDefaults {
  readonly service: 'prepare' | 'complete' | 'reporting';
  readonly port: number;
}

const address = () => z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/** Settings that every process has, pages or not. */
export const processSettings = ({ service, port }: { service: string; port: number }) => ({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(port),
  DATABASE_URL: inDevelopment(
    z.url({ protocol: /^postgres(ql)?$/ }),
    `postgres://postgres:postgres@localhost:5432/${service}`,
  ),
  /** Who may read /metrics: this machine, the private network, or anyone. */
  METRICS_FROM: z.enum(['loopback', 'private', 'anyone']).default('loopback'),
});

/** Settings that every service with pages has; spread into its own schema. */
export const webSettings = ({ service, port }: WebDefaults) => ({
  ...processSettings({ service, port }),
  PUBLIC_URL: inDevelopment(address(), `http://localhost:${port}`),
  PREPARE_URL: inDevelopment(address(), 'http://localhost:3001'),
  COMPLETE_URL: inDevelopment(address(), 'http://localhost:3002'),
  REPORTING_URL: inDevelopment(address(), 'http://localhost:3003'),
  OIDC_ISSUER: inDevelopment(address(), 'http://localhost:3000'),
  /** Where the service itself reaches the issuer, when that differs from where browsers do (containers). */
  OIDC_INTERNAL_URL: address().optional(),
  OIDC_CLIENT_ID: inDevelopment(z.string(), service),
  OIDC_CLIENT_SECRET: inDevelopment(z.string(), `${service}-development-secret`),
  SESSION_SECRET: inDevelopment(z.string().min(32), 'development-only-secret-of-the-sessions'),
  /** How many proxies in front may be believed about the visitor's address. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  /** Sign-ins and downloads allowed from one address in 15 minutes. */
  RATE_LIMIT_SIGN_IN: z.coerce.number().int().min(1).default(300),
  RATE_LIMIT_EXPORTS: z.coerce.number().int().min(1).default(600),
});

/** The settings of a process without pages. */
export type ProcessSettings = z.infer<z.ZodObject<ReturnType<typeof processSettings>>>;

/** The settings of a service with pages. */
export type WebSettings = z.infer<z.ZodObject<ReturnType<typeof webSettings>>>;
