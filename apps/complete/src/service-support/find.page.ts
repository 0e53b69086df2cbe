import { Needs, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Query, Render } from '@nestjs/common';
import { Projects } from '../project/projects.ts';
import { supportPlace } from '../project/support-area.ts';
import { findAnything } from './find-anything.ts';
import { soughtIn } from './sought.ts';

/** One field that finds anything by its id, its key or its address (docs/domain/complete-pages.md, "Service support"). */
@Controller('service-support/find')
@Needs('service-support')
export class FindPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('service-support/find')
  async show(@Query() { sought: typed }: { sought?: unknown }, @SignedIn() user: SignedInUser) {
    const sought = typeof typed === 'string' ? typed.slice(0, 300) : '';
    const read = soughtIn(sought);
    const found = read.text === '' ? undefined : await findAnything(this.projects.em, read);
    return {
      area: supportPlace('/service-support/find', user),
      sought,
      prepareId: read.prepareId,
      found,
      isNothing: found && Object.values(found).every((list) => list.length === 0),
    };
  }
}
