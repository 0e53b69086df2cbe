import { commaSeparated } from '@academies/contracts';

/** A setting: domains that the e-mail address of an assigned person may have (docs/domain/handover.md, rule 7). */
export const allowedEmailDomains = () => ({
  ALLOWED_EMAIL_DOMAINS: commaSeparated()
    .default(['education.gov.uk'])
    .describe('Domains that the e-mail address of an assigned person may have.'),
});
