import { Controller, Get, HttpCode, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../rights/access.ts';
import { Readiness } from './readiness.ts';

/** For whoever runs the service: is it alive, should it get requests. */
@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @HttpCode(HttpStatus.OK)
  live() {
    return { status: 'up' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    const report = await this.readiness.report();
    response.status(report.status === 'up' || report.status === 'degraded' ? 200 : 503);
    return report;
  }
}
