import { PermanentError, PreparedProjectChanged, ProjectApproved, traceId, type ValueOf } from '@academies/contracts';
import { eventually } from '@academies/testing';
import { Controller, type INestApplication, Module } from '@nestjs/common';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { NestFactory } from '@nestjs/core';
import type { Received } from '../consumer/received-event.ts';
import { sql } from '../database/sql.ts';
import { createLedger, ledgerOf } from '../examples/ledger.ts';
import { quiet } from '../examples/quiet.ts';
import { aMessage, send } from '../examples/send.ts';
import { aService, type Service } from '../examples/service.ts';
import { changes } from '../examples/subscriptions.ts';
import { KafkaEvents, type KafkaEventsOptions } from './kafka-events.ts';

const seen: { trace: string | undefined; value: ValueOf<typeof PreparedProjectChanged> }[] = [];

@Controller()
class Changes {
  @EventPattern<string>(PreparedProjectChanged.type)
  async on(@Payload() value: ValueOf<typeof PreparedProjectChanged>, @Ctx() { transaction, event }: Received) {
    if (event.subject === 'never') throw new PermanentError('TEST.NEVER', 'It never works');
    await sql(transaction, 'insert into ledger (project, sequence) values ($1, $2)', [event.subject, event.sequence]);
    seen.push({ trace: traceId(), value });
  }
}

@Controller()
class Approvals {
  @EventPattern<string>(ProjectApproved.type)
  on() {}
}

@Module({ controllers: [Changes] })
class Fitting {}

@Module({})
class WithoutHandler {}

@Module({ controllers: [Changes, Approvals] })
class WithOneTooMany {}

@Module({ controllers: [Changes, class Again extends Changes {}] })
class WithTwoForOne {}

describe('Nest handlers of events', () => {
  let service: Service;
  let app: INestApplication | undefined;
  const start = async (module: object, more: Partial<KafkaEventsOptions> = {}) => {
    app = await NestFactory.create(module as never, { logger: false, abortOnError: false });
    const strategy = new KafkaEvents({ orm: service.orm, kafka: service.kafka, subscription: changes, logger: quiet, ...more });
    app.connectMicroservice({ strategy }, { inheritAppConfig: false });
    await app.startAllMicroservices();
  };

  beforeEach(async () => {
    seen.length = 0;
    service = await aService();
    await service.ask(createLedger);
  });
  afterEach(async () => {
    await app?.close();
    app = undefined;
    await service.close();
  });

  it('are called in order, in the transaction of the batch, in the trace of their event', async () => {
    const batches: number[] = [];
    await start(Fitting, { prefetch: async (events) => void batches.push(events.length) });
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
    await send(service.kafka, [aMessage('a', 1, { headers }), aMessage('a', 2), aMessage('a', 3)]);
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1, 2, 3] }));
    expect(seen[0]).toEqual({ trace, value: PreparedProjectChanged.example() });
    expect(seen[1]?.trace).not.toBe(trace);
    expect(batches.reduce((sum, count) => sum + count)).toBe(3);
  });

  it('keep the class of what they throw', async () => {
    await start(Fitting);
    await send(service.kafka, [aMessage('never', 1), aMessage('a', 1)]);
    await eventually(async () =>
      expect(await service.ask('select kind, code, message, tries from dead_letter')).toEqual([
        { kind: 'permanent', code: 'TEST.NEVER', message: 'It never works', tries: 1 },
      ]),
    );
    await eventually(async () => expect(await ledgerOf(service)).toEqual({ a: [1] }));
  });

  it('must be there for every type that is handled', async () => {
    await expect(start(WithoutHandler)).rejects.toThrow(
      'The consumer does not start: changes handles prepare.project.changed.v1, but no handler is there for it',
    );
  });

  it('must not be there for a type that is not', async () => {
    await expect(start(WithOneTooMany)).rejects.toThrow('a handler is there for prepare.project.approved.v1, which changes does not handle');
  });

  it('are one for a type, so that their order is known', async () => {
    await expect(start(WithTwoForOne)).rejects.toThrow('two handlers are there for prepare.project.changed.v1');
  });
});
