import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { register } from 'prom-client';
import { Public } from '../rights/access.ts';
import { type WorkerOptions, webOptions } from '../settings/web-options.ts';
import { mayReadMetrics } from './metrics-visitors.ts';

/** Prometheus metrics, for the neighbourhood that METRICS_FROM names; to others there is no such page. */
@Controller('metrics')
@Public()
export class MetricsController {
  constructor(@Inject(webOptions) private readonly options: WorkerOptions) {}

  @Get()
  async read(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    const forwarded = request.headers['x-forwarded-for'] !== undefined;
    if (!mayReadMetrics(this.options.settings.METRICS_FROM, request.socket.remoteAddress, forwarded)) {
      throw new NotFoundException();
    }
    response.type(register.contentType);
    return register.metrics();
  }
}
