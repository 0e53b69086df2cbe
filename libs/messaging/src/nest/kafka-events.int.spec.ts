import {
  PermanentError,
  PreparedProjectChanged,
  ProjectApproved,
  traceId,
  type ValueOf,
  WatermarkAdvanced,
} from '@academies/contracts';
import { sql } from '@academies/database';
import { eventually } from '@academies/testing';
import { MikroORM } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type INestApplication, Module, type Type } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { NestFactory } from '@nestjs/core';
import type { ParkedEvent } from '../dead-letters/parked-event.ts';
import type { ReceivedEvent } from '../message/read-message.ts';
import { type Subscription, subscription } from '../message/incoming-message.ts';
import { createLedger, ledgerOf, write } from '../fixtures/ledger.ts';
import { quiet } from '../fixtures/quiet.ts';
import { aMessage, send } from '../fixtures/send.ts';
import { aService, type Service } from '../fixtures/service.ts';
import { changes } from '../fixtures/subscriptions.ts';
import { type Batches, EventConsumer, type Received, type WholeBatches } from './event-consumer.ts';
import { eventConsumers } from './kafka-events.ts';
import { MessagingModule } from './messaging-module.ts';

type Change = ValueOf<typeof PreparedProjectChanged>;

const seen: { trace: string | undefined; value: Change }[] = [];
const told: string[] = [];

/** What a batch came to, one line a project. */
type Ledger = { project: string; sequence: number }[];

@EventConsumer(changes)
class Changes implements Batches<Ledger> {
  async prefetch(events: readonly ReceivedEvent[]): Promise<Ledger> {
    told.push(`a batch of ${events.length}`);
    return [];
  }

  @EventPattern<string>(PreparedProjectChanged.type)
  on(@Payload() value: Change, @Ctx() { batch, event: { subject, sequence } }: Received<Ledger>) {
    if (subject === 'never') throw new PermanentError('TEST.NEVER', 'It never works');
    batch.push({ project: subject, sequence });
    seen.push({ trace: traceId(), value });
  }

  async flush(batch: Ledger, em: EntityManager): Promise<void> {
    for (const { project, sequence } of batch)
      await sql(em, 'insert into ledger (project, sequence) values ($1, $2)', [project, sequence]);
  }

  async onParked(_em: EntityManager, { key }: ParkedEvent): Promise<void> {
    told.push(`parked ${key}`);
  }
}

@EventConsumer(changes)
class WithoutFlush {
  @EventPattern<string>(PreparedProjectChanged.type)
  async on(@Payload() _value: Change, @Ctx() { transaction, event }: Received) {
    await write([event], transaction);
    throw Object.assign(new Error('Not now'), { code: 'ECONNREFUSED' });
  }
}

/** The same topics, read by a group of its own that has no handlers. */
const copy: Subscription = { ...changes, group: 'copy' };

@EventConsumer(copy)
class Copy implements WholeBatches {
  async flush(events: readonly ReceivedEvent[], em: EntityManager): Promise<void> {
    await write(
      events.map((event) => ({ ...event, subject: `copy of ${event.subject}` })),
      em,
    );
  }
}

@EventConsumer(changes)
class WithoutHandler implements Batches<null> {
  prefetch = async () => null;
  flush = async () => {};
}

@EventConsumer(changes)
class WithOneTooMany extends Changes {
  @EventPattern<string>(ProjectApproved.type)
  approved() {}
}

@EventConsumer(changes)
class WithTwoForOne extends Changes {
  @EventPattern<string>(PreparedProjectChanged.type)
  again() {}
}

const watermarks = subscription({
  group: 'watermarks',
  topics: { watermarks: { [WatermarkAdvanced.type]: 'handled' } },
});

@EventConsumer(watermarks)
class OfWatermarks {
  @EventPattern<string>(WatermarkAdvanced.type)
  on() {}
}

describe('Consumers of events', () => {
  let service: Service;
  let app: INestApplication | undefined;
  const start = async (...controllers: Type[]) => {
    @Module({ providers: [{ provide: MikroORM, useValue: service.orm }], exports: [MikroORM] })
    class Database {}
    const messaging = MessagingModule.forRoot({ kafka: service.kafka, logger: quiet });
    @Module({ imports: [{ ...messaging, imports: [Database] }], controllers })
    class App {}
    app = await NestFactory.create(App, { logger: false, abortOnError: false });
    for (const strategy of eventConsumers(app)) app.connectMicroservice({ strategy }, { inheritAppConfig: false });
    await app.startAllMicroservices();
  };

  beforeEach(async () => {
    seen.length = 0;
    told.length = 0;
    service = await aService();
    await service.ask(createLedger);
  });
  afterEach(async () => {
    await app?.close();
    app = undefined;
    await service.close();
  });

  it('have handlers that are called in order with what was read for the batch, in the trace of their event', async () => {
    await start(Changes);
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
    await send(service.kafka, [aMessage('a', 1, { headers }), aMessage('a', 2), aMessage('a', 3)]);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1, 2, 3] }));
    expect(seen[0]).toEqual({ trace, value: PreparedProjectChanged.example() });
    expect(seen[1]?.trace).not.toBe(trace);
    expect(told.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)).toBe(3);
  });

  it('keep the class of what they throw, and hear of what is parked', async () => {
    await start(Changes);
    await send(service.kafka, [aMessage('never', 1), aMessage('a', 1)]);
    await eventually(async () =>
      expect(await service.ask('select kind, code, message, tries from dead_letter')).toEqual([
        { kind: 'permanent', code: 'TEST.NEVER', message: 'It never works', tries: 1 },
      ]),
    );
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1] }));
    expect(told).toContain('parked never');
  });

  it('undo with the transaction what a handler wrote before it failed', async () => {
    await start(WithoutFlush);
    await send(service.kafka, [aMessage('a', 1)]);
    const tried = 'select tries from handling_attempt';
    await eventually(async () => expect(await service.ask(tried)).toHaveLength(1));
    expect(await ledgerOf(service)).toEqual({});
  });

  it('read the same topics side by side, each with its own handlers or none', async () => {
    await start(Changes, Copy);
    await send(service.kafka, [aMessage('a', 1), aMessage('b', 1), aMessage('a', 2)]);
    await eventually(async () =>
      expect(await ledgerOf(service)).toEqual({ a: [1, 2], b: [1], 'copy of a': [1, 2], 'copy of b': [1] }),
    );
  });

  it('must have a handler for every type that is handled', async () => {
    await expect(start(WithoutHandler)).rejects.toThrow(
      'The consumer does not start: changes handles prepare.project.changed.v1, but no handler is there for it',
    );
  });

  it('must not have one for a type that is not', async () => {
    await expect(start(WithOneTooMany)).rejects.toThrow(
      'a handler is there for prepare.project.approved.v1, which changes does not handle',
    );
  });

  it("never see watermarks, which are the library's own", async () => {
    await expect(start(OfWatermarks)).rejects.toThrow('a handler is there for watermark.advanced.v1');
  });

  it('have one handler a type, so that their order is known', async () => {
    await expect(start(WithTwoForOne)).rejects.toThrow('two handlers are there for prepare.project.changed.v1');
  });
});
