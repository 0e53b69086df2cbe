import { type CorrectedTrusts, correctTrusts, maySupport } from '@academies/complete';
import type { CompleteProject, IncomingTrust, Trust } from '@academies/contracts';
import { form, textarea } from '@academies/forms';
import { namesSameTrusts } from '@academies/handover';
import { trustsByUkprn } from '@academies/register';
import { inWords } from '@academies/web';
import { projectForm } from '../project/project-form.page.ts';
import type { Opened } from '../project/project-form.ts';
import { trustsInGroup } from './trusts-in-group.ts';

/** What is asked: the trusts themselves are those of the corrected decision, so that nothing is chosen twice. */
const correction = form({
  fields: {
    reason: textarea({
      label: 'Why are they corrected?',
      hint: 'It stands in the history.',
      required: 'Enter why the trusts are corrected',
      max: 2_000,
    }),
  },
  button: 'Correct the trusts',
});

const correctedOf = ({ about }: Pick<Opened, 'about'>): CorrectedTrusts | undefined => about.preparedCase.corrected;

const numbersOf = (trusts: Pick<CompleteProject, 'incomingTrust' | 'outgoingTrustUkprn'> | undefined) =>
  [trusts?.incomingTrust.ukprn, trusts?.outgoingTrustUkprn].filter((ukprn) => typeof ukprn === 'string');

const named = ({ ukprn, trn, name }: IncomingTrust, known: Trust | undefined): string =>
  [known?.name ?? name ?? 'a trust that the register does not have', ukprn ?? trn].filter(Boolean).join(', ');

/** Takes over the trusts of a corrected decision (docs/domain/complete.md, "About the project"). */
export const trustsForm = (prepare: string) =>
  projectForm({
    address: 'about/trusts',
    title: ({ about }) => (about.project.kind === 'transfer' ? 'Correct the trusts' : 'Correct the incoming trust'),
    needs: 'service-support',
    permitted: (_, { user }) => maySupport(user),
    forWhom: 'Only service support corrects the trusts of a project',
    says: ({ about: { project, preparedCase } }) => [
      ...(preparedCase.corrected && !namesSameTrusts(project, preparedCase.corrected)
        ? [
            `${preparedCase.corrected.by.name} corrected the decision in Prepare on ${inWords.date(preparedCase.corrected.at)}. The project gets the trusts that it names now.`,
          ]
        : []),
      'Tasks and contacts of the project stay, and the history keeps the trust that was there.',
    ],
    rows: async ({ about, em }) => {
      const decided = correctedOf({ about });
      const { project } = about;
      if (!decided || namesSameTrusts(project, decided)) return [];
      const trusts = await trustsByUkprn(em, [...numbersOf(project), ...numbersOf(decided)]);
      const incoming = (trust: IncomingTrust) => named(trust, trusts.get(trust.ukprn ?? ''));
      const outgoing = (ukprn: string | null) => incoming({ ukprn, trn: null, name: null });
      return [
        { key: 'Incoming trust now', value: incoming(project.incomingTrust) },
        { key: 'Incoming trust of the decision', value: incoming(decided.incomingTrust) },
        ...(project.kind === 'transfer'
          ? [
              { key: 'Outgoing trust now', value: outgoing(project.outgoingTrustUkprn) },
              { key: 'Outgoing trust of the decision', value: outgoing(decided.outgoingTrustUkprn) },
            ]
          : []),
      ];
    },
    missing: async ({ about }) => {
      const decided = correctedOf({ about });
      const { prepareId } = about.project;
      if (decided && !namesSameTrusts(about.project, decided)) return [];
      return [
        {
          text: decided
            ? 'The project has the trusts of the corrected decision. If they are wrong again, correct the decision in Prepare'
            : 'The decision on this project has to be corrected in Prepare first',
          href: `${prepare}/projects/${prepareId}`,
        },
      ];
    },
    form: correction,
    values: (_, opened) => ({ reason: correctedOf(opened)?.reason }),
    stands: (_, opened) => ({ decided: correctedOf(opened) }),
    facts: async (em, project, { opened }) => {
      const decided = correctedOf(opened);
      const trusts = await trustsByUkprn(em, numbersOf(decided));
      return {
        decided,
        incoming: trusts.get(decided?.incomingTrust.ukprn ?? ''),
        outgoing: trusts.get(decided?.outgoingTrustUkprn ?? ''),
        trustsInGroup: await trustsInGroup(em, project.group, project),
      };
    },
    rule: (project, { answer, context, facts }) => correctTrusts(project, { ...context, ...facts, ...answer }),
    next: '/about',
    saved: 'The trusts were corrected',
  });
