import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { measureRequests } from '../health/measure-requests.ts';
import { makeLogger } from '../logging/logger.ts';
import { NestLogger } from '../logging/nest-logger.ts';
import { securityHeaders, tellOfTrial } from '../security/headers.ts';
import { run } from './run.ts';
import type { Running, StartOptions } from './running.ts';
import { type WorkerOptions, webOptions } from '../settings/web-options.ts';

/** Starts a process without pages: health and metrics only. Its module imports `WorkerModule.forRoot`. */
export async function startWorker(module: Type | DynamicModule, options: StartOptions = {}): Promise<Running> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const { service, settings } = app.get<WorkerOptions>(webOptions);
  app.useLogger(new NestLogger(makeLogger(service, settings.LOG_LEVEL)));
  app.disable('x-powered-by');
  app.use(tellOfTrial(settings), measureRequests(), securityHeaders({ publicUrl: '' }));
  return run(app, settings, options);
}
