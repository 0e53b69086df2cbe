import { MikroORM } from '@mikro-orm/postgresql';
import {
  type DynamicModule,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { mailStateOf } from '../queue/unsent-mail.ts';
import { MailSender } from '../sending/mail-sender.ts';
import { delivererOf, type ReadMailSettings } from '../settings/mail-settings.ts';
import type { MailTemplates } from '../templates/mail-template.ts';
import { collectMailMetrics } from '../metrics/mail-metrics.ts';

/** What MailModule is told. */
export interface MailOptions {
  readonly settings: ReadMailSettings;
  readonly templates: MailTemplates;
  readonly logger: Logger;
}

const senderToken = Symbol('mail sender');

/** Where Nest's container says why e-mails are not sent at all, if so. */
export const whyNoMailToken = Symbol('why no mail');

/** By this mark libs/web finds who reports on /health/ready, without either library importing the other. */
const healthMark = Symbol.for('academies.health');
/** Older than this, e-mails wait for something. */
const patienceSeconds = 300;

/** Runs the sender with the application. */
@Injectable()
class SenderLifecycle implements OnApplicationBootstrap, OnModuleDestroy {
  constructor(@Inject(senderToken) private readonly sender: MailSender | null) {}

  onApplicationBootstrap(): void {
    this.sender?.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.sender?.stop();
  }
}

/** Sender, health and metrics of e-mails: `MailModule.with({ settings, templates, logger })`. */
@Module({})
export class MailModule {
  static with({ settings, templates, logger }: MailOptions): DynamicModule {
    const delivery = delivererOf(settings, templates);
    const why = 'why' in delivery ? delivery.why : undefined;
    if (why) logger.warn(why);
    return {
      module: MailModule,
      global: true,
      providers: [
        SenderLifecycle,
        { provide: whyNoMailToken, useValue: why ?? null },
        {
          provide: senderToken,
          inject: [MikroORM],
          useFactory: (orm: MikroORM) => {
            collectMailMetrics(orm);
            return 'deliver' in delivery ? new MailSender({ orm, logger, deliver: delivery.deliver }) : null;
          },
        },
        {
          provide: Symbol('mail health'),
          inject: [MikroORM, senderToken],
          useFactory: (orm: MikroORM, sender: MailSender | null) => ({
            [healthMark]: true,
            name: 'e-mails',
            check: async () => {
              const state = await mailStateOf(orm.em.fork());
              const trouble = why ?? sender?.trouble;
              const isDegraded = Boolean(trouble) || state.notSent > 0 || state.oldest > patienceSeconds;
              return {
                status: isDegraded ? 'degraded' : 'up',
                sender: sender?.state,
                ...state,
                ...(trouble && { trouble }),
              };
            },
          }),
        },
      ],
      exports: [whyNoMailToken],
    };
  }
}
