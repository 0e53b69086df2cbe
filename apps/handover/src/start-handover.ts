import { eventConsumers } from '@academies/messaging';
import { type Running, startWorker, type StartOptions } from '@academies/web';
import { AppModule } from './app.module.ts';
import type { Settings } from './settings.ts';

/** Starts the worker at Complete's door: it takes approvals, keeps the copy of the register, and publishes answers. */
export const startHandover = (settings: Settings, options: Pick<StartOptions, 'port'> = {}): Promise<Running> =>
  startWorker(AppModule.with(settings), { ...options, strategies: eventConsumers });
