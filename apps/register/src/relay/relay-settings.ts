import { kafkaSettings } from '@academies/messaging';
import { processSettings, settingsFrom } from '@academies/web';

/** The settings of the register's relay; those of the importer stand in run/settings.ts. */
export const relaySettingsOf = settingsFrom({
  ...processSettings({ service: 'register', port: 3005 }),
  ...kafkaSettings(),
});
export type RelaySettings = ReturnType<typeof relaySettingsOf>;
