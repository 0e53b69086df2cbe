import 'reflect-metadata';
import { settingsOf } from './settings.ts';
import { start } from './start.ts';

await start(settingsOf());
