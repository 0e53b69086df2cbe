import 'reflect-metadata';
import { settingsOf } from './settings.ts';
import { startHandover } from './start-handover.ts';

await startHandover(settingsOf());
