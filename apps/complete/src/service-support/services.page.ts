import { servicesHeard } from '@academies/complete';
import { sqlOf } from '@academies/database';
import { lastWords } from '@academies/messaging';
import { Needs, settingsToken, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Inject, Render } from '@nestjs/common';
import { Projects } from '../project/projects.ts';
import { supportPlace } from '../project/support-area.ts';
import { hearsNothing, servicesInWords } from './services-in-words.ts';
import type { Addresses } from './services.table.ts';

/** What waits for service support in every service, on one page (docs/domain/complete-pages.md, "Service support"). */
@Controller('service-support/services')
@Needs('service-support')
export class ServicesPage {
  constructor(
    private readonly projects: Projects,
    @Inject(settingsToken) private readonly addresses: Addresses,
  ) {}

  @Get()
  @Render('service-support/services')
  async show(@SignedIn() user: SignedInUser) {
    const heard = await lastWords(sqlOf(this.projects.em), servicesHeard);
    return {
      area: supportPlace('/service-support/services', user),
      deaf: hearsNothing(heard),
      services: servicesInWords(heard, this.addresses),
    };
  }
}
