import { freshDatabase } from '@academies/testing';
import { Module, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { readSettings } from '../settings/read-settings.ts';
import { processSettings } from '../settings/web-settings.ts';
import { startWorker } from './start-worker.ts';
import { WorkerModule } from './worker-module.ts';

const happened: string[] = [];

/** Stands for a consumer of Kafka: what counts here is when it is told to stop. */
class Consumer extends Server implements CustomTransportStrategy {
  listen(ready: () => void) {
    happened.push('consumer starts');
    ready();
  }
  async close() {
    happened.push(`consumer stops, ready is ${(await fetch(`${address}/health/ready`)).status}`);
  }
  override on() {}
  override unwrap<T>(): T {
    return undefined as T;
  }
}

class Relay implements OnModuleDestroy, OnApplicationShutdown {
  async onModuleDestroy() {
    happened.push(`relay stops, live is ${(await fetch(`${address}/health/live`)).status}`);
  }
  async onApplicationShutdown() {
    happened.push(
      `database closes, http is ${await fetch(address).then(
        () => 'open',
        () => 'closed',
      )}`,
    );
  }
}

let address = '';

describe('A process without pages', () => {
  it('answers for its health, and stops in the order of the design', async () => {
    const database = await freshDatabase('worker');
    const settings = readSettings(processSettings({ service: 'handover', port: 0 }), {
      DATABASE_URL: database.url,
      LOG_LEVEL: 'silent',
    });
    @Module({ imports: [WorkerModule.forRoot({ service: 'handover', settings })], providers: [Relay] })
    class Worker {}

    const { url, stop } = await startWorker(Worker, { port: 0, strategies: () => [new Consumer()] });
    address = url;
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'up', checks: { database: 'up' } });
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    await Promise.all([stop(), stop()]);
    expect(happened).toEqual([
      'consumer starts',
      'consumer stops, ready is 503',
      'relay stops, live is 200',
      'database closes, http is closed',
    ]);
    await database.drop();
  });

  it('is not ready while the database is away, and lives on', async () => {
    const settings = readSettings(processSettings({ service: 'handover', port: 0 }), {
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
      LOG_LEVEL: 'silent',
    });
    @Module({ imports: [WorkerModule.forRoot({ service: 'handover', settings })] })
    class Worker {}

    const { url, stop } = await startWorker(Worker, { port: 0 });
    expect((await fetch(`${url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    await stop();
  });
});
