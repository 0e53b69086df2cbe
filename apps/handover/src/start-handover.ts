import { type Running, startWorker, type StartOptions } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { AppModule } from './app.module.ts';
import { takeApprovals } from './approvals/take-approvals.ts';
import { CopyRegister } from './register/copy-register.ts';
import { kafkaOf, loggerOf } from './kafka.ts';
import type { Settings } from './settings.ts';

/** Starts the worker at Complete's door: it takes approvals, keeps the copy of the register, and publishes answers. */
export const startHandover = (settings: Settings, options: Pick<StartOptions, 'port'> = {}): Promise<Running> =>
  startWorker(AppModule.with(settings), {
    ...options,
    strategies: (app) => [
      new CopyRegister({ orm: app.get(MikroORM), kafka: kafkaOf(settings), logger: loggerOf(settings) }),
      takeApprovals(app),
    ],
  });
