import { inWords, Needs, page, redirect } from '@academies/web';
import { Controller, Get, Param } from '@nestjs/common';
import { nameOf } from '../project/about-project.ts';
import { factSections } from '../project/fact-sections.ts';
import { Projects } from '../project/projects.ts';

export const addedAlready = 'Handover details have been added to this project already';

/** What tells one project from another. */
const telling = ['Type', 'Forming a MAT', 'Incoming trust', 'Outgoing trust', 'Local authority', 'Region'];

/** Is it the right project? The first page of adding handover details. */
@Controller('projects/:project/handover/check')
@Needs('add-handover-details')
export class CheckProjectPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string) {
    const about = await this.projects.about(id);
    if (about.project.state !== 'inactive') return redirect(`/projects/${id}`).telling(addedAlready);
    const { urn, provisionalDate, advisoryBoardDate } = about.project;
    const facts = factSections(about, { manage: false, support: false }).flatMap(({ rows }) => rows);
    return page('handover-details/check-project', {
      project: { id, name: nameOf(about) },
      rows: [
        { key: 'School or academy', value: nameOf(about) },
        { key: 'URN', value: urn },
        ...facts.filter(({ key }) => telling.includes(key)),
        { key: 'Provisional date', value: inWords.month(provisionalDate) },
        { key: 'Decision date', value: inWords.date(advisoryBoardDate) },
      ],
    });
  }
}
