import 'reflect-metadata';
import { endOnSignal } from '@academies/web/signals';
import { startOrSay } from '@academies/web/start-or-say';

endOnSignal();
const { settingsOf } = await import('./settings/settings.ts');
const { start } = await import('./start.ts');

await startOrSay(() => start(settingsOf()));
