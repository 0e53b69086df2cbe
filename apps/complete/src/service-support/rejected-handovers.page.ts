import { countOpenRejections, openRejections } from '@academies/complete';
import { kinds } from '@academies/contracts';
import { establishmentsByUrn } from '@academies/register';
import { Needs, pagesOf } from '@academies/web';
import { Controller, Get, Query, Render } from '@nestjs/common';
import { Projects } from '../projects/projects.ts';

/** Academies that were not taken over, with every reason, for service support (domain/handover.md). */
@Controller('service-support/rejected-handovers')
@Needs('service-support')
export class RejectedHandoversPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('service-support/rejected-handovers')
  async show(@Query() query: Record<string, unknown>) {
    const { em } = this.projects;
    const total = await countOpenRejections(em);
    const pages = pagesOf({ total, query, path: '/service-support/rejected-handovers' });
    const rejections = await openRejections(em, pages);
    const schools = await establishmentsByUrn(
      em,
      rejections.map(({ urn }) => urn),
    );
    const named = rejections.map((one) => ({ ...one, kind: kinds.say(one.kind), school: schools.get(one.urn)?.name }));
    return { pages, rejections: named };
  }
}
