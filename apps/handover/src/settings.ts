import { erasureSettings } from '@academies/erasing';
import { allowedEmailDomains } from '@academies/handover';
import { kafkaSettings } from '@academies/messaging';
import { processSettings, settingsFrom } from '@academies/web';

/** Everything that can be set; read once, here and nowhere else. Tests give their own. */
export const settingsOf = settingsFrom({
  // It works in Complete's database, whose default address is therefore Complete's.
  ...processSettings({ service: 'complete', port: 3004 }),
  ...kafkaSettings(),
  ...erasureSettings(),
  ...allowedEmailDomains(),
});
export type Settings = ReturnType<typeof settingsOf>;
