import type { DynamicModule, Type } from '@nestjs/common';
import type { Running, StartOptions } from './running.ts';

/** Starts a process without pages: health and metrics only. Its module imports `WorkerModule.forRoot`. */
export async function startWorker(_module: Type | DynamicModule, _options: StartOptions = {}): Promise<Running> {
  throw new Error('Not here yet');
}
