import { teams } from '@academies/contracts';
import { Needs, page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Module, Param } from '@nestjs/common';
import { frameOf } from '../project/project-frame.ts';
import { Projects } from '../project/projects.ts';
import { peopleForms } from './people.forms.ts';

/** Who works on a project. */
@Controller('projects/:project/people')
@Needs('read-complete')
class PeoplePage {
  constructor(private readonly projects: Projects) {}

  @Get()
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const about = await this.projects.about(id, user);
    const frame = frameOf(about, user, '/people');
    const { away } = about;
    const { assignedTo, createdBy, team, state } = about.project;
    const change = (may: boolean, path: string) => (may ? `${frame.address}/people/${path}` : undefined);
    return page('people-on-project/people', {
      frame,
      rows: [
        {
          key: 'Assigned to',
          value: state === 'inactive' ? 'Nobody until the handover is done' : (assignedTo?.name ?? 'Nobody yet'),
          email: assignedTo?.email,
          change: change(frame.may.assign, 'assign'),
        },
        ...(away ? [{ key: 'Away', value: frame.away, email: away.standIn?.email }] : []),
        {
          key: 'Added by',
          value: createdBy.name,
          email: createdBy.email,
          change: change(frame.may.changeAddedBy, 'added-by'),
        },
        {
          key: 'Team',
          value: team ? teams.say(team) : 'None until the handover is done',
          change: change(frame.may.manage, 'team'),
        },
      ],
    });
  }
}

/** People who work on a project: the page, and who may be put in. */
@Module({ controllers: [...peopleForms, PeoplePage] })
export class PeopleOnProjectModule {}
