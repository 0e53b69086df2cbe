import { stoppedBy } from '@academies/contracts';
import { z } from 'zod';
import { developmentPage } from '../sending/development-page.ts';
import type { Deliver } from '../sending/deliver.ts';
import { notify } from '../sending/notify.ts';
import type { MailTemplates } from '../templates/mail-template.ts';

type Given = Readonly<Record<string, unknown>>;
type TemplateSetting<Name extends string> = `NOTIFY_TEMPLATE_${Uppercase<Name>}`;

const settingOf = (template: string) => `NOTIFY_TEMPLATE_${template.toUpperCase()}`;
const namesFor = (templates: MailTemplates) => [
  'NOTIFY_API_KEY',
  'NOTIFY_URL',
  ...Object.keys(templates).map(settingOf),
];
const missingOf = (templates: MailTemplates, given: Given) => namesFor(templates).filter((name) => !given[name]);
const listed = (names: readonly string[]) => names.join(', ').replace(/, ([^,]*)$/, ' and $1');

/** Some is no more than none; in production none is a risk that has to be known. */
const whyNone = (templates: MailTemplates) => (given: Given) => {
  const missing = missingOf(templates, given);
  if (missing.length === 0) return false;
  const some = missing.length < namesFor(templates).length;
  if (some) return `E-mails cannot be sent without ${listed(missing)}: set what is missing, or none of NOTIFY_…`;
  const inProduction = given['NODE_ENV'] === 'production' && given['RISK_IS_KNOWN'] !== 'yes';
  return (
    inProduction && `E-mails cannot be sent: set ${listed(missing)}, or RISK_IS_KNOWN=yes if nobody waits for an e-mail`
  );
};

/** Settings of a service that sends e-mails; to be spread into its own schema. */
export const mailSettings = <Name extends string>(templates: MailTemplates<Name>) => ({
  NOTIFY_API_KEY: stoppedBy(
    z
      .string()
      .regex(/[0-9a-f-]{36}-[0-9a-f-]{36}$/i, 'must be an API key of GOV.UK Notify')
      .optional()
      .describe(
        'The API key of GOV.UK Notify, which sends e-mails. Without it they are shown at /e-mails of the development sign-in; in production they wait.',
      ),
    whyNone(templates),
  ),
  NOTIFY_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address as https://api.notifications.service.gov.uk' })
    .optional()
    .describe('The address of GOV.UK Notify: `https://api.notifications.service.gov.uk`.'),
  ...(Object.fromEntries(
    (Object.entries(templates) as [Name, { subject: string }][]).map(([name, { subject }]) => [
      settingOf(name),
      z.uuid('must be the id of a template').optional().describe(`The id of Notify's template "${subject}".`),
    ]),
  ) as { [Each in Name as TemplateSetting<Each>]: z.ZodOptional<z.ZodUUID> }),
});

/** As they are read. */
export interface ReadMailSettings {
  readonly NODE_ENV: string;
  readonly OIDC_ISSUER: string;
  readonly OIDC_INTERNAL_URL?: string | undefined;
  readonly NOTIFY_API_KEY?: string | undefined;
  readonly NOTIFY_URL?: string | undefined;
}

/** Who delivers a service's e-mails, or why nobody does. */
export function delivererOf(
  settings: ReadMailSettings,
  templates: MailTemplates,
): { readonly deliver: Deliver } | { readonly why: string } {
  const given = settings as unknown as Given;
  const missing = missingOf(templates, given);
  const { NOTIFY_API_KEY: apiKey, NOTIFY_URL: url } = settings;
  if (missing.length === 0 && apiKey && url) {
    const ids = Object.keys(templates).map((name) => [name, String(given[settingOf(name)])]);
    return { deliver: notify({ apiKey, url, templates: Object.fromEntries(ids) }) };
  }
  if (settings.NODE_ENV !== 'production')
    return { deliver: developmentPage(settings.OIDC_INTERNAL_URL ?? settings.OIDC_ISSUER, templates) };
  return { why: `E-mails wait until ${listed(missing)} are set` };
}
