import { KafkaEvents } from '@academies/messaging';
import { type Clock, type Running, type StartOptions, startWebApp } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { AppModule } from './app.module.ts';
import { answersSubscription } from './consumers/answers.subscription.ts';
import { ReceiveAnswers } from './consumers/receive-answers.ts';
import { RegisterCopy, registerConsumer } from './consumers/register-copy.ts';
import { kafkaOf, loggerOf } from './kafka.ts';
import type { Settings } from './settings.ts';

/** Starts Prepare: pages, relay, and the consumers of Complete's answers and of the register. */
export function start(
  settings: Settings,
  { clock, ...options }: { clock?: Clock } & Omit<StartOptions, 'strategies'> = {},
): Promise<Running> {
  const kafka = kafkaOf(settings);
  const logger = loggerOf(settings);
  return startWebApp(AppModule.with(settings, clock), {
    ...options,
    strategies: (app) => {
      const orm = app.get<MikroORM>(MikroORM);
      return [
        new KafkaEvents({
          ...{ orm, kafka, subscription: answersSubscription, logger },
          flush: (em) => app.get(ReceiveAnswers).take(em),
        }),
        new RegisterCopy(registerConsumer(orm, kafka, logger)),
      ];
    },
  });
}
