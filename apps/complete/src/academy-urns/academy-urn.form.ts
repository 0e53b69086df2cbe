import { asksForAcademyUrn, enterAcademyUrn, maySupport } from '@academies/complete';
import { type CompleteProject, type Establishment } from '@academies/contracts';
import { sql } from '@academies/database';
import { form, matching, type Option, radios, text, tick } from '@academies/forms';
import { establishmentByUrn } from '@academies/register';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Module } from '@nestjs/common';
import { projectForm } from '../project/project-form.page.ts';
import { academyCandidates, type Candidate } from './academy-candidates.ts';

/** What is chosen besides an academy of the register. */
const [another, none] = ['another', 'none'];

const asOption = ({ academy, because }: Candidate): Option => ({
  value: academy.urn,
  text: academy.name,
  hint: [`URN ${academy.urn}`, academy.type.name, academy.status.name?.toLowerCase(), because]
    .filter(Boolean)
    .join(', '),
});

/** Who has the number already. Two who enter one number at the same moment come one after the other. */
async function usedBy(em: EntityManager, urn: string, { id }: CompleteProject): Promise<string | undefined> {
  await sql(em, `select pg_advisory_xact_lock(hashtextextended('academy URN ' || $1, 0))`, [urn]);
  const [other] = await sql<{ name: string }>(
    em,
    `select coalesce(e.name, 'URN ' || p.urn) as name
       from project p left join register_establishment e on e.urn = p.urn
      where p.document ->> 'academyUrn' = $1 and p.state <> 'deleted' and p.id <> $2 limit 1`,
    [urn, id],
  );
  return other?.name;
}

interface Facts {
  readonly academy: Establishment | undefined;
  readonly usedBy: string | undefined;
}

/** The number of the new academy: one that the register offers, or one that is typed (docs/domain/complete.md, "Academy URN"). */
const academyUrn = projectForm({
  // The list has completed projects too: the number may come weeks after the opening.
  states: ['active', 'completed'],
  address: 'academy-urn',
  title: 'What is the URN of the academy?',
  needs: 'service-support',
  permitted: (_, { user }) => maySupport(user),
  forWhom: 'Only service support enters academy URNs',
  says: ({ about: { project } }) => [
    `The school has the URN ${project.urn} now. The academy's own number goes into the funding files.`,
  ],
  missing: async ({ about: { project } }) =>
    asksForAcademyUrn(project) || project.academyUrn
      ? []
      : [
          {
            text: 'This transfer has not asked for a new record',
            href: `/projects/${project.id}/tasks/new_urn_and_record`,
          },
        ],
  form: form({
    fields: {
      academy: radios({ label: 'Which academy is it?', required: 'Select the academy, or enter another URN' }),
      urn: text({
        label: 'URN',
        hint: 'Six digits',
        width: 10,
        inputmode: 'numeric',
        required: 'Enter the URN',
        rules: [matching(/^\d{6}$/, 'Enter a URN: six digits')],
      }).when('academy', another),
      notYetPublic: tick({ label: 'The register does not show it to the public yet' }).when('academy', another),
    },
    button: 'Save',
  }),
  values: ({ academyUrn: urn }) => ({ academy: urn && another, urn, notYetPublic: null }),
  offer: async ({ em, about: { project, school } }) => {
    const candidates = school ? await academyCandidates(em, project, school) : [];
    const typed =
      candidates.length > 0
        ? { value: another, text: 'Another URN' }
        : { value: another, text: 'Enter its URN', hint: 'The register has no academy that fits' };
    const out = { value: none, text: 'It has none yet', hint: 'Takes the number out again' };
    return { academy: [...candidates.map(asOption), typed, ...(project.academyUrn ? [out] : [])] };
  },
  facts: async (em, project, { answer }): Promise<Facts> => {
    const urn = urnIn(answer) ?? '';
    return { academy: await establishmentByUrn(em, urn), usedBy: await usedBy(em, urn, project) };
  },
  rule: (project, { answer, context, facts }) =>
    enterAcademyUrn(project, {
      ...context,
      ...facts,
      urn: urnIn(answer),
      notYetPublic: answer.notYetPublic === true,
    }),
  next: '/about',
  leavesTo: '/service-support/academy-urns',
  saved: ({ academy }) => (academy === none ? 'The academy URN was taken out' : 'Academy URN saved'),
});

const urnIn = ({ academy, urn }: { academy: string; urn: string | null }): string | null =>
  academy === none ? null : academy === another ? urn : academy;

@Module({ controllers: [academyUrn] })
export class AcademyUrnsModule {}
