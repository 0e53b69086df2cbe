import { type Clock, type Running, type StartOptions, startWebApp } from '@academies/web';
import { AppModule } from './app.module.ts';
import type { Settings } from './settings/settings.ts';

/** Starts Complete: its pages, and the relay of its events. What arrives from Prepare is Handover's. */
export const start = (
  settings: Settings,
  { clock, ...options }: { clock?: Clock } & Omit<StartOptions, 'strategies'> = {},
): Promise<Running> => startWebApp(AppModule.with(settings, clock), options);
