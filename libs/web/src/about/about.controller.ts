import { Controller, Get, Inject, Render } from '@nestjs/common';
import { Public } from '../rights/access.ts';
import { type WebOptions, webOptions } from '../settings/web-options.ts';
import { cookiesOf } from './cookies.table.ts';

/** What a service says about itself; the footer of every page links to it. What only its owner knows are settings. */
@Controller()
@Public()
export class AboutController {
  constructor(@Inject(webOptions) private readonly options: WebOptions) {}

  @Get('accessibility')
  @Render('about/accessibility')
  accessibility() {
    return this.facts;
  }

  @Get('privacy')
  @Render('about/privacy')
  privacy() {
    return this.facts;
  }

  @Get('cookies')
  @Render('about/cookies')
  cookies() {
    return { cookies: cookiesOf(this.options) };
  }

  private get facts() {
    const { PUBLIC_URL, ACCESSIBILITY_TESTED, DATA_CONTROLLER, DATA_PROTECTION_EMAIL, PERSONAL_DATA_KEPT } =
      this.options.settings;
    return {
      address: PUBLIC_URL,
      tested: ACCESSIBILITY_TESTED,
      controller: DATA_CONTROLLER,
      dataProtection: DATA_PROTECTION_EMAIL,
      kept: PERSONAL_DATA_KEPT,
    };
  }
}
