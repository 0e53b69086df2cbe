import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Pages } from '../layout/pages.ts';
import { PagesAdapter } from '../layout/pages-adapter.ts';
import { makeLogger } from '../logging/logger.ts';
import { NestLogger } from '../logging/nest-logger.ts';
import { protections } from './protections.ts';
import { run } from './run.ts';
import type { Running, StartOptions } from './running.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';

/** Starts a service with pages: `await startWebApp(AppModule)`. Its module imports `WebModule.forRoot`. */
export async function startWebApp(module: Type | DynamicModule, options: StartOptions = {}): Promise<Running> {
  const adapter = new PagesAdapter();
  const app = await NestFactory.create<NestExpressApplication>(module, adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  const { service, settings } = app.get<WebOptions>(webOptions);
  const logger = makeLogger(service, settings.LOG_LEVEL);
  app.useLogger(new NestLogger(logger));
  app.disable('x-powered-by');
  app.set('trust proxy', settings.TRUSTED_PROXIES);
  adapter.pages = app.get(Pages);
  app.use(protections(app, logger));
  return run(app, settings, options);
}
