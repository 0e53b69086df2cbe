import { addHandoverDetails, HandoverDetailsRow, isOfOtherRegion, problemsOf } from '@academies/complete';
import { regions } from '@academies/contracts';
import { FormErrors } from '@academies/forms';
import { Clock, inWords, Needs, page, redirect, SignedIn, type SignedInUser, settingsToken } from '@academies/web';
import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { assignablePeople } from '../project/people.ts';
import { nameOf } from '../project/about-project.ts';
import { Projects } from '../project/projects.ts';
import { differencesTo } from './added-meanwhile.ts';
import { addedAlready } from './check-project.page.ts';
import { detailsOf, regionOf } from './details-of.ts';
import {
  fieldOf,
  type HandoverDetailsAnswer,
  handoverDetailsForm,
  whoWillRunIt,
  withRules,
} from './handover-details.form.ts';
import { saveHandoverDetails } from './save-handover-details.ts';

const added = 'Handover details added. The project is active';

/** Completes the handover of a project; afterwards it is active (docs/domain/handover.md, "After creation"). */
@Controller('projects/:project/handover/details')
@Needs('add-handover-details')
export class AddHandoverDetailsPage {
  constructor(
    private readonly projects: Projects,
    private readonly clock: Clock,
    @Inject(settingsToken) private readonly settings: { readonly SHAREPOINT_HOSTS: readonly string[] },
  ) {}

  @Get()
  async show(@Param('project') id: string, @SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const about = await this.projects.about(id);
    const { project } = about;
    if (project.state !== 'inactive') return redirect(`/projects/${id}`).telling(addedAlready);
    const own = regionOf(user);
    const choosesPerson = own === null;
    const people = choosesPerson ? await assignablePeople(em) : [];
    const person = people.map(({ email, name }) => ({ value: email, text: `${name} (${email})` }));
    return page('handover-details/add-handover-details', {
      hosts: this.settings.SHAREPOINT_HOSTS,
      project: { id, name: nameOf(about), kind: project.kind },
      choosesPerson,
      asksAgain: isOfOtherRegion(project, own),
      projectRegion: project.region && regions.say(project.region),
      ...handoverDetailsForm.beginningWith(
        { ...(project.region && { region: project.region }) },
        { offer: { person, with_casework: whoWillRunIt(own) } },
      ),
    });
  }

  @Post()
  async save(@Param('project') id: string, @Body() body: unknown, @SignedIn() user: SignedInUser) {
    const { project } = await this.projects.read(id);
    if (project.state !== 'inactive') return this.tooLate(id, body, user);
    const read = handoverDetailsForm.parse(body, { today: this.clock.today() });
    const sharePointHosts = this.settings.SHAREPOINT_HOSTS;
    const people = await assignablePeople(this.projects.em);
    if ('errors' in read) {
      const answer = read.values as HandoverDetailsAnswer;
      const problems = problemsOf(project, { ...detailsOf(answer, user, people), sharePointHosts });
      throw new FormErrors(handoverDetailsForm, withRules(read.errors, problems, answer), read.typed);
    }
    const details = detailsOf(read.ok, user, people);
    let wasLate = false;
    const problems = await this.projects.change({
      id,
      user,
      rule: (found, context) => {
        wasLate = found.state !== 'inactive';
        return addHandoverDetails(found, { ...details, ...context, sharePointHosts });
      },
      also: (em, changed, context) => saveHandoverDetails(em, changed, { ...context, comments: details.comments }),
    });
    if (wasLate) return this.tooLate(id, body, user);
    if (problems)
      throw handoverDetailsForm.wrong(
        Object.fromEntries(problems.map(({ field, message }) => [fieldOf(field), message])),
      );
    return redirect(`/projects/${id}`).saying(added);
  }

  /** Somebody was faster. Who sent the same finds the work done; else nothing that was typed is lost without a word. */
  private async tooLate(id: string, body: unknown, by: SignedInUser) {
    const { em } = this.projects;
    const about = await this.projects.about(id);
    const first = await em.findOne(HandoverDetailsRow, { projectId: id });
    const differences = differencesTo(about.project, { body, by, comments: first?.comments ?? null });
    if (differences.length === 0) return redirect(`/projects/${id}`).saying(added);
    const bySelf = first?.byEmail === by.email;
    const who = bySelf ? 'You' : (first?.byName ?? 'Somebody else');
    const when = first ? ` on ${inWords.dateTime(first.addedAt)}` : '';
    return page(
      'handover-details/added-already',
      {
        project: { id, name: nameOf(about) },
        differences,
        toTell: bySelf ? 'service support' : (first?.byName ?? 'service support'),
        errors: [{ text: `${who} added handover details${when}` }],
      },
      409,
    );
  }
}
