import { answersTo, tasksOf } from '@academies/complete';
import { type CompleteProject, dateReasons } from '@academies/contracts';
import { inWords, Needs, page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { frameOf } from '../project/project-frame.ts';
import { Projects } from '../project/projects.ts';
import { dateForms } from './change-date.forms.ts';
import { timeLine } from './time-line.ts';

/** The dates of a project: what holds, how it came to that, and everything dated in between. */
@Controller('projects/:project/dates')
@Needs('read-complete')
export class DatesPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const about = await this.projects.about(id, user);
    const { project } = about;
    const moments = momentsOf(project);
    return page('dates/dates', {
      frame: frameOf(about, user, '/dates'),
      dates: {
        significant: project.significantDate,
        isConfirmed: project.dateConfirmed,
        provisional: project.provisionalDate,
        decision: project.advisoryBoardDate,
        academyOrder: project.kind === 'conversion' ? project.academyOrderDate : undefined,
        completed: project.completedOn,
        history: project.dateHistory.map(({ reasons, ...change }) => ({
          ...change,
          reasons: reasons.map(({ reason, detail }) => ({ text: dateReasons.say(reason), detail })),
        })),
      },
      moments,
      timeLine: timeLine(moments),
    });
  }
}

/** Something that happens to a project on a day or in a month. */
export interface Moment {
  readonly date: string;
  readonly text: string;
  /** The date in words: a month or a day. */
  readonly said: string;
}

/** Everything dated that a project knows, in order; dates given in tasks among them. */
export function momentsOf(project: CompleteProject): Moment[] {
  const inTasks = tasksOf[project.kind].flatMap((task) =>
    Object.entries(answersTo(project, task.name).answers).flatMap(([name, value]) =>
      name !== 'confirmed_date' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
        ? [day(value, momentOf(task.title))]
        : [],
    ),
  );
  const kind = project.kind === 'conversion' ? 'Conversion' : 'Transfer';
  return [
    day(project.advisoryBoardDate, 'Decision'),
    ...(project.kind === 'conversion' ? maybe(project.academyOrderDate, 'Academy order') : []),
    ...inTasks,
    ...(project.provisionalDate === project.significantDate ? [] : [month(project.provisionalDate, 'Original date')]),
    month(project.significantDate, `${kind} date, ${project.dateConfirmed ? 'confirmed' : 'provisional'}`),
    ...maybe(project.completedOn, 'Completed'),
    ...maybe(project.daoRevokedOn, 'Order revoked'),
  ].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** What a task confirms is what happened: the date the academy opened. */
const momentOf = (title: string): string => {
  const moment = title.replace(/^(Confirm|Receive) /, '');
  return moment.charAt(0).toUpperCase() + moment.slice(1);
};
const day = (date: string, text: string): Moment => ({ date, text, said: inWords.date(date) });
const month = (date: string, text: string): Moment => ({ date, text, said: inWords.month(date) });
const maybe = (date: string | null, text: string): Moment[] => (date ? [day(date, text)] : []);

/** Dates: the page, and the forms that change the date that holds. */
@Module({ controllers: [...dateForms, DatesPage] })
export class DatesModule {}
