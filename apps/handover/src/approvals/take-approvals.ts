import { KafkaEvents } from '@academies/messaging';
import { MikroORM } from '@mikro-orm/postgresql';
import type { INestApplication } from '@nestjs/common';
import { answerDiscarded, answerParked } from '../held-up/answer-parked.ts';
import { kafkaOf, loggerOf } from '../kafka.ts';
import { type Settings, settingsToken } from '../settings.ts';
import { Arrivals } from './arrivals.ts';
import { approvals } from './approvals.subscription.ts';

/** The consumer of Prepare's approvals. */
export function takeApprovals(app: INestApplication): KafkaEvents {
  const arrivals = app.get(Arrivals);
  const settings = app.get<Settings>(settingsToken);
  return new KafkaEvents({
    orm: app.get(MikroORM),
    kafka: kafkaOf(settings),
    logger: loggerOf(settings),
    subscription: approvals,
    prefetch: (events, em) => arrivals.prefetch(events, em),
    flush: (em) => arrivals.flush(em),
    onParked: answerParked,
    onDiscarded: answerDiscarded,
  });
}
