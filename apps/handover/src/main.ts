import 'reflect-metadata';
import { endOnSignal } from '@academies/web/signals';
import { startOrSay } from '@academies/web/start-or-say';

endOnSignal();
const { settingsOf } = await import('./settings.ts');
const { startHandover } = await import('./start-handover.ts');

await startOrSay(() => startHandover(settingsOf()));
