import { inDevelopment, stoppedBy, wholeNumber } from '@academies/contracts';
import { erasureSettings } from '@academies/erasing';
import { mailSettings } from '@academies/mail';
import { kafkaSettings } from '@academies/messaging';
import { settingsFrom, webSettings } from '@academies/web';
import { z } from 'zod';
import { mailTemplates } from './subscriptions/mails.table.ts';

/** How many files may be on their way at once, and how long one may take: each holds a snapshot of the database. */
const downloadSettings = () => ({
  DOWNLOADS_AT_ONCE: wholeNumber({ from: 1, to: 100 })
    .default(8)
    .describe('Files on their way at once, of everybody together. Each has a connection to the database of its own.'),
  DOWNLOADS_OF_ONE: wholeNumber({ from: 1, to: 100 })
    .default(2)
    .describe('Files on their way at once to one person or program, so that there is room for others.'),
  DOWNLOAD_TURN_SECONDS: wholeNumber({ from: 0, to: 300 })
    .default(20)
    .describe("How long a file waits for its turn before it is refused: 429 for one's own limit, 503 for everybody's."),
  DOWNLOAD_LONGEST_SECONDS: wholeNumber({ from: 1, to: 86_400 })
    .default(1_800)
    .describe('After how long a file that is still on its way is broken off.'),
  DOWNLOAD_LEAST_KB_A_SECOND: wholeNumber({ from: 0, to: 1_000_000 })
    .default(20)
    .describe('How fast a reader must take a file, on average over a minute; a slower one is broken off.'),
});

/** Whom the tokens of machines are for. The provider, and so whose they are, is `OIDC_ISSUER`. */
const machineSettings = () => ({
  MACHINE_AUDIENCE: stoppedBy(
    inDevelopment(z.string().min(1), 'http://localhost:3003').describe(
      'The audience for which programs ask the provider for a token (client credentials); another than that of sign-ins.',
    ),
    ({ MACHINE_AUDIENCE, OIDC_CLIENT_ID }) =>
      MACHINE_AUDIENCE === OIDC_CLIENT_ID &&
      'MACHINE_AUDIENCE is OIDC_CLIENT_ID, so that the token of a sign-in would pass for one of a machine: choose another audience',
  ),
});

/** Everything that can be set; read once, here and nowhere else. Tests give their own. */
export const settingsOf = settingsFrom({
  ...webSettings({ service: 'reporting', port: 3003 }),
  ...kafkaSettings(),
  ...erasureSettings(),
  ...downloadSettings(),
  ...machineSettings(),
  ...mailSettings(mailTemplates),
});
export type Settings = ReturnType<typeof settingsOf>;

/** Where links in cells lead to. */
export const addressesOf = ({ PREPARE_URL: prepare, COMPLETE_URL: complete }: Settings) => ({ prepare, complete });
