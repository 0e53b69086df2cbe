import { wholeNumber } from '@academies/contracts';
import { erasureSettings } from '@academies/erasing';
import { allowedEmailDomains } from '@academies/handover';
import { kafkaSettings } from '@academies/messaging';
import { dialogueSettings, settingsFrom, webSettings } from '@academies/web';

/** Everything that can be set; read once, here and nowhere else. Tests give their own. */
export const settingsOf = settingsFrom({
  ...webSettings({ service: 'prepare', port: 3001 }),
  ...kafkaSettings(),
  ...erasureSettings(),
  ...allowedEmailDomains(),
  ...dialogueSettings(),
  UNANSWERED_MINUTES: wholeNumber({ from: 1, to: 10_080 })
    .default(60)
    .describe('How long an approval may wait for the answer of Complete before service support is shown it.'),
});
export type Settings = ReturnType<typeof settingsOf>;
