import { NotFoundError, type Problem } from '@academies/contracts';
import { academiesOfTrust, establishmentByUrn, trustByUkprn } from '@academies/register';
import {
  applying,
  checkForm,
  type Dialogue,
  type DialogueHost,
  dialoguePages,
  draftOf,
  type Redirect,
  redirect,
  type SignedInUser,
  unanswered,
} from '@academies/web';
import { Injectable } from '@nestjs/common';
import { validate } from 'uuid';
import type { Against } from '../project/approval-check.ts';
import { Projects } from '../project/projects.ts';
import { chosenIn, joinedIn, noAnswers, type StartAnswers } from './new-project.ts';
import { NewProjects } from './new-projects.ts';
import { type StartFacts, steps } from './start.steps.table.ts';

/** Academies that the trust does not run are chosen anew: another trust was chosen since. */
const judge: Dialogue<StartAnswers, StartFacts>['judge'] = ({ academies }, facts) =>
  academies.every((urn) => facts.academies.some(({ value }) => value === urn))
    ? []
    : [{ field: 'academies', message: 'Select academies of the outgoing trust' }];

const starting: Dialogue<StartAnswers, StartFacts> = { blank: noAnswers, steps, judge };
const check = { title: 'Check the new project', form: checkForm('Create the project') };
const name = 'start';

/** What "Start a project" is about, by the number of its draft, and what comes of it. */
@Injectable()
export class StartDialogue implements DialogueHost<StartAnswers, StartFacts> {
  constructor(
    private readonly projects: Projects,
    private readonly newProjects: NewProjects,
  ) {}

  async open(draft: string, _: SignedInUser, answers: StartAnswers) {
    if (!validate(draft)) throw new NotFoundError('PREPARE.START', 'Start the project again from its first page');
    const { em } = this.projects;
    const { school, outgoingTrust } = answers;
    const joined = joinedIn(answers);
    const trust = outgoingTrust ? await trustByUkprn(em, outgoingTrust) : undefined;
    const academies = trust ? await academiesOfTrust(em, trust) : [];
    const facts: StartFacts = {
      school: (school ? await establishmentByUrn(em, school) : undefined)?.name ?? null,
      outgoingTrust: trust?.name ?? null,
      incomingTrust: (joined ? await trustByUkprn(em, joined) : undefined)?.name ?? null,
      academies: academies.map(({ urn, name }) => ({ value: urn, text: name, hint: `URN ${urn}` })),
    };
    return { facts, caption: 'New project', cancel: '/conversions' };
  }

  /** A school that is in an open project already has one page that leads there; others cannot convert or transfer. */
  async refuses(step: string, answers: StartAnswers): Promise<Problem[] | Redirect> {
    const chosen = chosenIn(answers);
    const asked = {
      school: 'school',
      academies: 'school',
      'preferred-trust': 'incoming-trust',
      'incoming-trust': 'incoming-trust',
    }[step];
    if (!asked || chosen.urns.length === 0) return [];
    const against = (await this.newProjects.against(chosen)).filter(({ fixOn }) => fixOn === asked);
    if (isTaken(against)) return takenPage(chosen.urns);
    return against.slice(0, 1).map(({ message }) => ({ message, field: step }));
  }

  /** The draft stays until it is old: sent again, it leads to the project that it made. */
  async record(draft: string, user: SignedInUser): Promise<Redirect> {
    const { em } = this.projects;
    const key = { dialogue: name, subject: draft, email: user.email };
    const all = await draftOf(em, key, noAnswers);
    if (!all) return redirect('/start');
    const { facts } = await this.open(draft, user, all);
    const context = this.projects.contextOf(user);
    const open = unanswered(starting, { answers: all, facts, today: context.today });
    if (open) return redirect(`/start/${draft}/${open}?change`);
    const chosen = chosenIn(applying(starting, all, facts).answers);
    const { problems, state, events } = await this.newProjects.create(chosen, key, context);
    if (state) {
      const there = redirect(`/projects/${state.facts.id}`);
      return events.length > 0
        ? there.saying('Project created')
        : there.telling('You have created this project already');
    }
    if (isTaken(await this.newProjects.against(chosen))) return takenPage(chosen.urns);
    throw check.form.withProblems(problems);
  }
}

const isTaken = (against: readonly Against[]): boolean => against.some(({ project, complete }) => project ?? complete);

const takenPage = (urns: readonly string[]): Redirect => redirect(`/start/taken?urns=${urns.join(',')}`);

/** The pages of "Start a project": each start has a draft of its own, so that two tabs do not mix. */
export const startPages = dialoguePages({
  ...starting,
  name,
  address: 'start/:draft',
  needs: 'edit-prepare',
  host: StartDialogue,
  check,
  templates: { check: 'start-project/check-project' },
});
