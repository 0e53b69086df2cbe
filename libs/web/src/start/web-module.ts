import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AboutController } from '../about/about.controller.ts';
import { Clock, SystemClock } from '../clock/clock.ts';
import { ErrorsFilter } from '../errors/errors.filter.ts';
import { HealthController } from '../health/health.controller.ts';
import { MetricsController } from '../health/metrics.controller.ts';
import { Readiness } from '../health/readiness.ts';
import { WebDatabase } from '../health/web-database.ts';
import { Notices } from '../layout/notices.ts';
import { Pages } from '../layout/pages.ts';
import { RightsGuard } from '../rights/rights.guard.ts';
import { LimitsGuard } from '../security/limits.ts';
import { ShortCookies } from '../security/short-cookies.ts';
import { KeptTyping } from '../sign-in/kept-typing.ts';
import { KeepSession } from '../sign-in/keep-session.ts';
import { Machines } from '../sign-in/machines.ts';
import { IdentityProvider } from '../sign-in/provider.ts';
import { Sessions } from '../sign-in/sessions.ts';
import { SignInController } from '../sign-in/sign-in.controller.ts';
import { SignOutController } from '../sign-in/sign-out.controller.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';

/** Everything that the pages of a service need; the first import of its app.module.ts. */
@Module({})
export class WebModule {
  static forRoot(options: WebOptions): DynamicModule {
    return {
      module: WebModule,
      global: true,
      controllers: [HealthController, MetricsController, SignInController, SignOutController, AboutController],
      providers: [
        { provide: webOptions, useValue: options },
        { provide: Clock, useValue: options.clock ?? new SystemClock() },
        { provide: WebDatabase, useFactory: () => new WebDatabase(options.settings.DATABASE_URL) },
        ShortCookies,
        Sessions,
        KeepSession,
        Machines,
        KeptTyping,
        Notices,
        Readiness,
        Pages,
        IdentityProvider,
        { provide: APP_GUARD, useClass: RightsGuard },
        { provide: APP_GUARD, useClass: LimitsGuard },
        { provide: APP_FILTER, useClass: ErrorsFilter },
      ],
      exports: [webOptions, Clock, Pages, Readiness],
    };
  }
}
