import { type PreparedProject, RefusedError } from '@academies/contracts';
import { type Fields, form, type Values, textarea } from '@academies/forms';
import type { BrokenRule } from '@academies/handover';
import { Form, Needs, page, redirect, Shown, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, type Type } from '@nestjs/common';
import { headingOf } from '../../project/project-heading.ts';
import { lastChange } from '../../project/project.repository.ts';
import { Projects } from '../../project/projects.ts';
import { whyNotCorrected } from '../../project/stage.ts';
import { lookUpsIn } from '../look-ups.ts';
import { whyNot } from '../save-section.ts';
import type { Section } from '../section.ts';
import { trusts } from '../trusts.sections.ts';
import { correctDecision } from './correct-decision.ts';

/** What a decision names and service support corrects: each a section of the project until the handover. */
export const corrected: readonly Section[] = trusts.filter(({ name }) => name !== 'group');

const reason = textarea({
  label: 'Why was it wrong?',
  hint: 'It is kept with the decision, and shown in Complete',
  required: 'Enter why it was wrong',
  max: 2_000,
});

export const correctionForm = ({ form: { fields } }: Section) =>
  form<Fields>({ fields: { ...fields, reason }, button: 'Correct the decision' });

/** Whether a rule is fixed by this trust. A new one has its number by now: there is no project in Complete without. */
const isAbout = ({ fixes, refusedBy }: Section, rule: BrokenRule, after: PreparedProject): boolean =>
  refusedBy(rule, after) || (rule.fixOn !== null && fixes?.includes(rule.fixOn) === true);

/** A page for each trust that a decision names: `projects/:project/correct/incoming-trust`. */
export const correctionPages = (): Type[] => corrected.map(pageOf);

function pageOf(section: Section): Type {
  const table = correctionForm(section);

  @Controller(`projects/:project/correct/${section.name}`)
  @Needs('service-support')
  class CorrectionPage {
    constructor(private readonly projects: Projects) {}

    @Get()
    async show(@Param('project') id: string) {
      const project = await this.projects.read(id);
      const { facts } = project;
      const why = section.applies(facts) ? whyNotCorrected(project) : whyNot(section);
      if (why) throw new RefusedError('PREPARE.NOT_CORRECTED', why);
      const { em } = this.projects;
      const offer = await section.offer?.(facts, lookUpsIn(em));
      return page('sections/section', {
        ...(await headingOf(em, project)),
        ...table.filledWith({ ...section.show(facts), reason: null }, offer && { offer }),
        title: `Correct the decision: ${section.label.toLowerCase()}`,
        intro: [
          'For a decision that named the wrong trust, when the project is in Complete already. The project there keeps its trust until service support corrects it there too.',
        ],
      });
    }

    @Post()
    async save(
      @Param('project') id: string,
      @Form(table) { reason: why, ...answer }: Values<Fields> & { reason: string },
      @Shown() shown: string | undefined,
      @SignedIn() user: SignedInUser,
    ) {
      const isDone = await this.projects.change({ id, user, form: table }, async (project, { em, check, by, at }) => {
        const { facts } = project;
        if (!section.applies(facts)) throw new RefusedError('PREPARE.NOT_CORRECTED', whyNot(section));
        // A reason is of one correction: it never meets another.
        const stored = { ...section.show(facts), reason: why };
        const faster = (fields: readonly string[]) =>
          lastChange(
            project,
            fields.flatMap((field) => section.places[field] ?? []),
          );
        const settled = table.settled({ stored, shown, answer: { ...answer, reason: why }, faster });
        const change = await section.save(settled, facts, lookUpsIn(em));
        const after = { ...facts, ...change };
        const broken = (await check(after)).filter((rule) => isAbout(section, rule, after));
        return correctDecision(project, { change, broken, reason: why, by, at });
      });
      const there = redirect(`/projects/${id}`);
      return isDone
        ? there.saying('The decision was corrected. Correct the project in Complete too')
        : there.telling('Nothing was changed: the decision says this already');
    }
  }
  return CorrectionPage;
}
