import { addHandoverDetails } from '@academies/complete';
import { Form, Needs, page, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { assignablePeople } from '../people/people.ts';
import { aboutProject, nameOf } from '../projects/about-project.ts';
import { Projects } from '../projects/projects.ts';
import { type Settings, settingsToken } from '../settings.ts';
import { addedAlready } from './check-project.page.ts';
import { detailsOf, regionOf } from './details-of.ts';
import { fieldOf, type HandoverDetailsAnswer, handoverDetailsForm } from './handover-details.form.ts';
import { keepHandoverDetails } from './keep-handover-details.ts';

/** Completes the handover of a project; afterwards it is active (domain/handover.md, "After creation"). */
@Controller('projects/:project/handover/details')
@Needs('add-handover-details')
export class AddHandoverDetailsPage {
  constructor(
    private readonly projects: Projects,
    @Inject(settingsToken) private readonly settings: Settings,
  ) {}

  @Get()
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const about = await aboutProject(em, id);
    const { project } = about;
    if (project.state !== 'inactive') return redirect(`/projects/${id}`).saying(addedAlready);
    const choosesPerson = regionOf(user) === null;
    const people = choosesPerson ? await assignablePeople(em) : [];
    const person = people.map(({ email, name }) => ({ value: email, text: `${name} (${email})` }));
    return page('handover-details/add-handover-details', {
      project: { id, name: nameOf(about), kind: project.kind },
      choosesPerson,
      ...handoverDetailsForm.filledWith({ region: project.region }, { offer: { person } }),
    });
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(handoverDetailsForm) answer: HandoverDetailsAnswer,
    @SignedIn() user: SignedInUser,
  ) {
    const { project } = await this.projects.read(id);
    // A form that is posted twice finds its work done.
    if (project.state !== 'inactive') return redirect(`/projects/${id}`).saying(addedAlready);
    const details = detailsOf(answer, user, await assignablePeople(this.projects.em));
    const sharePointHosts = this.settings.SHAREPOINT_HOSTS;
    const problems = await this.projects.change({
      id,
      user,
      rule: (found, occasion) => addHandoverDetails(found, { ...details, ...occasion, sharePointHosts }),
      also: (em, changed, occasion) => keepHandoverDetails(em, changed, { ...occasion, comments: details.comments }),
    });
    if (problems)
      throw handoverDetailsForm.wrong(
        Object.fromEntries(problems.map(({ field, message }) => [fieldOf(field), message])),
      );
    return redirect(`/projects/${id}`).saying('Handover details added. The project is active');
  }
}
