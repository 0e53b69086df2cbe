import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { hostOf } from '../settings/host-of.ts';
import type { ProcessSettings } from '../settings/web-settings.ts';
import type { Running, StartOptions } from './running.ts';
import { onSignal } from './on-signal.ts';
import { stopInOrder } from './stop-in-order.ts';

/** Listens, then lets consumers start: pages are there though Kafka is away. Stops on SIGTERM and Ctrl-C. */
export async function run(
  app: NestExpressApplication,
  settings: ProcessSettings,
  { port = settings.PORT, strategies }: StartOptions,
): Promise<Running> {
  const logger = new Logger('Start');
  const consumers = strategies?.(app) ?? [];
  try {
    for (const strategy of consumers) app.connectMicroservice({ strategy }, { inheritAppConfig: false });
    await app.listen(port, hostOf(settings));
  } catch (error) {
    await app.close().catch((failure: unknown) => logger.error(failure));
    throw error;
  }
  const server = app.getHttpServer() as Server;
  server.keepAliveTimeout = settings.KEEP_ALIVE_SECONDS * 1_000;
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const inOrder = stopInOrder(app, server, consumers);
  const forget = onSignal(inOrder); // not when a signal asked for the stop: a second one must change nothing
  const stop = () => inOrder().finally(forget);
  app.startAllMicroservices().catch((error: unknown) => {
    logger.fatal(error instanceof Error ? error : String(error));
    process.exitCode = 1; // whoever runs the process starts it again
    void stop();
  });
  logger.log(`Listening on ${url}`);
  return { app, url, stop };
}
