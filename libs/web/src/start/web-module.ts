import { type DynamicModule, Module } from '@nestjs/common';
import type { WebOptions } from './web-options.ts';

/** Everything that the pages of a service need; the first import of its app.module.ts. */
@Module({})
export class WebModule {
  static forRoot(_options: WebOptions): DynamicModule {
    return { module: WebModule, global: true };
  }
}
