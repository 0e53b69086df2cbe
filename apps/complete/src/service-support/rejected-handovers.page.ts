import { countOpenRejections, openRejections } from '@academies/complete';
import { kinds } from '@academies/contracts';
import { establishmentsByUrn } from '@academies/register';
import { Needs, pagesOf, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Query, Render } from '@nestjs/common';
import { Projects } from '../project/projects.ts';
import { supportPlace } from '../project/support-area.ts';

/** Academies that were not taken over, with every reason, for service support (docs/domain/handover.md). */
@Controller('service-support/rejected-handovers')
@Needs('service-support')
export class RejectedHandoversPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('service-support/rejected-handovers')
  async show(@Query() query: Record<string, unknown>, @SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const total = await countOpenRejections(em);
    const path = '/service-support/rejected-handovers';
    const pages = pagesOf({ total, query, path });
    const rejections = await openRejections(em, pages);
    const schools = await establishmentsByUrn(
      em,
      rejections.map(({ urn }) => urn),
    );
    const named = rejections.map((one) => ({ ...one, kind: kinds.say(one.kind), school: schools.get(one.urn)?.name }));
    return { area: supportPlace(path, user), pages, rejections: named };
  }
}
