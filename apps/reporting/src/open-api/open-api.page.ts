import { Public, settingsToken } from '@academies/web';
import { Controller, Get, Inject } from '@nestjs/common';
import { openApi } from './open-api.ts';

/** What programs can ask for. It says nothing of any project, so that tools may read it before they have a token. */
@Controller('openapi.json')
@Public()
export class OpenApiPage {
  constructor(@Inject(settingsToken) private readonly settings: Parameters<typeof openApi>[0]) {}

  @Get()
  show() {
    return openApi(this.settings);
  }
}
