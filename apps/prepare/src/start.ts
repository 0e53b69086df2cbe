import { eventConsumers } from '@academies/messaging';
import { type Clock, type Running, type StartOptions, startWebApp } from '@academies/web';
import { AppModule } from './app.module.ts';
import type { Settings } from './settings/settings.ts';

/** Starts Prepare: pages, relay, and the consumers of Complete's answers and of the register. */
export const start = (
  settings: Settings,
  { clock, ...options }: { clock?: Clock } & Omit<StartOptions, 'strategies'> = {},
): Promise<Running> => startWebApp(AppModule.with(settings, clock), { ...options, strategies: eventConsumers });
