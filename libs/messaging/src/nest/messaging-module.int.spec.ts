import { MikroORM } from '@mikro-orm/core';
import { eventually } from '@academies/testing';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { register } from 'prom-client';
import { aChange } from '../fixtures/events.ts';
import { quiet } from '../fixtures/quiet.ts';
import { readAll } from '../fixtures/read-all.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { queueEvents } from '../outbox/queue-events.ts';
import { MessagingModule } from './messaging-module.ts';

const healthMark = Symbol.for('academies.health');

interface Contributor {
  readonly name: string;
  check(): Promise<Record<string, unknown>>;
}

describe('The module', () => {
  let service: Service;
  let app: INestApplicationContext;

  beforeAll(async () => {
    service = await aService();
    @Module({ providers: [{ provide: MikroORM, useValue: service.orm }], exports: [MikroORM] })
    class Database {}
    const messaging = MessagingModule.forRoot({
      source: 'prepare',
      kafka: service.kafka,
      logger: quiet,
      onWentBack: null,
    });
    @Module({ imports: [Database, { ...messaging, imports: [Database] }] })
    class App {}
    app = await NestFactory.createApplicationContext(App, { logger: false });
  });
  afterAll(async () => {
    await app.close();
    await service.close();
  });

  const health = async () => {
    const providers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);
    const marked = providers
      .map(({ instance }) => instance as Contributor)
      .filter((one) => one && healthMark in Object(one));
    return Object.fromEntries(await Promise.all(marked.map(async ({ name, check }) => [name, await check()] as const)));
  };

  it('runs the relay, and reports on health and metrics', async () => {
    await service.orm.em.fork().transactional((em) => queueEvents(em, aChange('a')));
    await eventually(async () => expect(await readAll(service.kafka, 'prepare.projects')).toHaveLength(1));
    await eventually(async () =>
      expect(await health()).toMatchObject({
        relay: { status: 'up', relay: 'active', unpublished: 0, refused: 0 },
        consumers: { status: 'up', groups: [] },
        'dead letters': { status: 'up', parked: {} },
      }),
    );
    await service.ask(
      `insert into dead_letter (consumer_group, ordering_key, topic, partition, message_offset, event_id, headers, kind, code, message)
       values ('g', 'l', 'prepare.projects', 0, 0, '0192f0c1-6d1e-7c7a-9f0a-3b1f6c2d9e58', '{}', 'permanent', 'X', 'x')`,
    );
    expect(await health()).toMatchObject({ 'dead letters': { status: 'degraded', parked: { g: 1 } } });
    const metrics = await register.metrics();
    expect(metrics).toContain('dead_letters{group="g"} 1');
    expect(metrics).toContain('outbox_unpublished 0');
    expect(metrics).toMatch(/outbox_published_total [1-9]/);
  });
});
