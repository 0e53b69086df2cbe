import { HistoryRow, historyKinds } from '@academies/complete';
import { inWords, Needs, page, pagesOf, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Module, Param, Query } from '@nestjs/common';
import { frameOf } from '../project/project-frame.ts';
import { Projects } from '../project/projects.ts';

/** Every change of a project, newest first: who, when, old and new; narrowed to one kind by `?kind=`. */
@Controller('projects/:project/history')
@Needs('read-complete')
class HistoryPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string, @Query() query: Record<string, unknown>, @SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const about = await this.projects.about(id, user);
    const kind = historyKinds.schema.safeParse(query['kind']).data;
    const path = `/projects/${id}/history`;
    const which = { projectId: id, ...(kind && { kind }) };
    const pages = pagesOf({ total: await em.count(HistoryRow, which), query, path });
    const rows = await em.find(HistoryRow, which, {
      orderBy: { at: 'desc', id: 'desc' },
      limit: pages.limit,
      offset: pages.offset,
      disableIdentityMap: true,
    });
    return page('history/history', {
      frame: frameOf(about, user, '/history'),
      kinds: [
        { text: 'Everything', href: path, active: !kind },
        ...historyKinds.names.map((name) => ({
          text: historyKinds.say(name),
          href: `${path}?kind=${name}`,
          active: name === kind,
        })),
      ],
      rows: rows.map(({ what, before, after, ...row }) => ({ ...row, what, before: said(before), after: said(after) })),
      pages,
      begun: { at: about.project.createdAt, by: about.project.createdBy.name },
    });
  }
}

/** What was written down, with its dates and months as people write them. */
const said = (text: string | null | undefined): string | null =>
  text?.replaceAll(/\b\d{4}-\d{2}(-\d{2})?\b/g, (date, day) => (day ? inWords.date(date) : inWords.month(date))) ??
  null;

/** The history of a project. */
@Module({ controllers: [HistoryPage] })
export class HistoryModule {}
