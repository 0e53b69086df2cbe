import { commaSeparated } from '@academies/contracts';

/** A setting: domains that the e-mail address of an assigned person may have (docs/domain/handover.md, rule 7). */
export const allowedEmailDomains = () => ({
  ALLOWED_EMAIL_DOMAINS: commaSeparated()
    .default(['education.gov.uk'])
    .describe('Domains that the e-mail address of somebody who works on projects may have.'),
});

/** Whether an e-mail address is of one of these domains, whatever the case. */
export function isOfDomain(email: string, domains: readonly string[]): boolean {
  const [, domain] = /^[^\s@]+@([^\s@]+)$/.exec(email) ?? [];
  return domains.some((one) => one.toLowerCase() === domain?.toLowerCase());
}
