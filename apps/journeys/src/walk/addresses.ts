import { z } from 'zod';

const address = (value: string) => z.url().default(value);

/** Where the system that is walked through answers. */
export const addresses = z
  .object({
    OIDC_ISSUER: address('http://localhost:3000'),
    PREPARE_URL: address('http://localhost:3001'),
    COMPLETE_URL: address('http://localhost:3002'),
    REPORTING_URL: address('http://localhost:3003'),
    HANDOVER_URL: address('http://localhost:3004'),
  })
  .transform((urls) => ({
    identity: urls.OIDC_ISSUER,
    prepare: urls.PREPARE_URL,
    complete: urls.COMPLETE_URL,
    reporting: urls.REPORTING_URL,
    handover: urls.HANDOVER_URL,
  }))
  .parse(process.env);
