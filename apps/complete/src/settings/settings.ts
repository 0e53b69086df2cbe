import { commaSeparated, inDevelopment } from '@academies/contracts';
import { erasureSettings } from '@academies/erasing';
import { allowedEmailDomains } from '@academies/handover';
import { mailSettings } from '@academies/mail';
import { kafkaSettings } from '@academies/messaging';
import { settingsFrom, webSettings } from '@academies/web';
import { z } from 'zod';
import { mailTemplates } from '../project/mail/mails.table.ts';

const sharePoint = ['educationgovuk.sharepoint.com', 'educationgovuk-my.sharepoint.com'];

/** Everything that can be set; read once, here and nowhere else. Tests give their own. */
export const settingsOf = settingsFrom({
  ...webSettings({ service: 'complete', port: 3002 }),
  ...kafkaSettings(),
  ...erasureSettings(),
  ...allowedEmailDomains(),
  SHAREPOINT_HOSTS: commaSeparated()
    .default(sharePoint)
    .describe('Hosts that SharePoint links may have (docs/domain/handover.md, "After creation").'),
  ...mailSettings(mailTemplates),
  NO_LEADER_EMAIL: inDevelopment(z.email('must be an e-mail address'), 'service.support@education.gov.uk').describe(
    'Who gets the e-mails to the leaders of a team that has no active leader.',
  ),
});
export type Settings = ReturnType<typeof settingsOf>;
