import type { DynamicModule, Type } from '@nestjs/common';
import type { Running, StartOptions } from './running.ts';

/** Starts a service with pages: `await startWebApp(AppModule)`. Its module imports `WebModule.forRoot`. */
export async function startWebApp(_module: Type | DynamicModule, _options: StartOptions = {}): Promise<Running> {
  throw new Error('Not here yet');
}
