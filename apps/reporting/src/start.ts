import { eventConsumers } from '@academies/messaging';
import { type Running, startWebApp } from '@academies/web';
import { AppModule } from './app.module.ts';
import type { Settings } from './settings.ts';

/** Reporting: its pages and files, and the projector that makes the rows. */
export const start = (settings: Settings): Promise<Running> =>
  startWebApp(AppModule.with(settings), { strategies: eventConsumers });
