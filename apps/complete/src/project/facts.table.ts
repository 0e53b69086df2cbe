import { asksForAcademyUrn } from '@academies/complete';
import { kinds, regions, teams, type Trust, trustWarning, yesOrNoInWords } from '@academies/contracts';
import type { AboutProject } from './about-project.ts';

/** Who changes a fact: those who run the project, or service support alone. */
export type ChangedBy = 'manage' | 'support';

/** One line of the facts of a project. Without an answer it is not shown; null says that nobody knows. */
export interface Fact {
  readonly key: string;
  readonly value: (about: AboutProject) => string | null | undefined;
  /** Where the value leads, if anywhere. */
  readonly href?: (about: AboutProject) => string | null;
  /** The form that changes it, under the project's address, where it can be changed at all. */
  readonly change?: (about: AboutProject) => string | undefined;
  /** Who changes it; those who run the project unless told. */
  readonly by?: ChangedBy;
}

const forConversions = ({ project }: AboutProject) => project.kind === 'conversion';
const forTransfers = ({ project }: AboutProject) => project.kind === 'transfer';
const fact = (key: string, value: Fact['value'], href?: Fact['href']): Fact => ({ key, value, ...(href && { href }) });
const changed = (path: string, of: Fact): Fact => ({ ...of, change: () => path });
const only = (isFor: (about: AboutProject) => boolean, { value, ...rest }: Fact): Fact => ({
  ...rest,
  value: (about) => (isFor(about) ? value(about) : undefined),
});
/** A trust that service support corrects. */
const corrected = (of: Fact): Fact => ({
  ...of,
  change: ({ project }) => (project.state === 'active' ? 'about/trusts' : undefined),
  by: 'support',
});
/** A trust by name, with a warning when it is closed or to close. */
const named = (trust: Trust | undefined): string | null =>
  trust ? [trust.name, trustWarning(trust)?.toLowerCase()].filter(Boolean).join(', ') : null;
const link = (key: string, folder: 'school' | 'incomingTrust' | 'outgoingTrust'): Fact =>
  changed(
    'about/sharepoint',
    fact(
      key,
      ({ project }) => (project.state === 'inactive' ? undefined : project.sharePoint[folder] && 'Open the folder'),
      ({ project }) => project.sharePoint[folder],
    ),
  );

/** What the page says about a project, section by section. */
export const sections: readonly { readonly title: string; readonly facts: readonly Fact[] }[] = [
  {
    title: 'About the project',
    facts: [
      fact('Type', ({ project }) => kinds.say(project.kind)),
      fact('Forming a MAT', ({ project }) => yesOrNoInWords(project.formingAMat)),
      only(
        forConversions,
        fact('Directive academy order', ({ project }) => yesOrNoInWords(project.directiveAcademyOrder)),
      ),
      changed(
        'about/two-requires-improvement',
        fact('Two requires improvement (2RI)', ({ project }) =>
          project.state === 'inactive' ? undefined : yesOrNoInWords(project.twoRequiresImprovement),
        ),
      ),
      only(
        forTransfers,
        fact('Inadequate Ofsted', ({ project }) => yesOrNoInWords(project.inadequateOfsted)),
      ),
      only(
        forTransfers,
        fact('Financial, safeguarding or governance issues', ({ project }) =>
          yesOrNoInWords(project.financialSafeguardingGovernanceIssues),
        ),
      ),
      only(
        forTransfers,
        fact('Outgoing trust to close', ({ project }) => yesOrNoInWords(project.outgoingTrustToClose)),
      ),
      changed(
        'about/group',
        fact('Group', ({ project }) => project.group ?? 'None'),
      ),
      changed(
        'people/team',
        fact('Team', ({ project }) => (project.team ? teams.say(project.team) : undefined)),
      ),
    ],
  },
  {
    title: 'School and trusts',
    facts: [
      fact('School or academy', ({ school }) => school?.name ?? null),
      fact('URN', ({ project }) => project.urn),
      fact('Academy URN', ({ project }) =>
        project.academyUrn || asksForAcademyUrn(project) ? (project.academyUrn ?? 'Not entered yet') : undefined,
      ),
      fact('Region', ({ project }) => (project.region ? regions.say(project.region) : null)),
      fact('Local authority', ({ school }) => school?.localAuthority.name ?? null),
      fact('Phase', ({ school }) => school?.phase.name ?? undefined),
      corrected(
        fact('Incoming trust', ({ project, incomingTrust }) => named(incomingTrust) ?? project.incomingTrust.name),
      ),
      {
        ...fact('Incoming trust UKPRN', ({ project: { incomingTrust, formingAMat } }) =>
          incomingTrust.ukprn === null && formingAMat ? 'None yet' : incomingTrust.ukprn,
        ),
        change: ({ project }) => (project.formingAMat ? 'about/trust-ukprn' : undefined),
      },
      fact(
        'Incoming trust TRN',
        ({ project, incomingTrust }) => project.incomingTrust.trn ?? incomingTrust?.trn ?? undefined,
      ),
      only(forTransfers, corrected(fact('Outgoing trust', ({ outgoingTrust }) => named(outgoingTrust)))),
      only(
        forTransfers,
        fact('Outgoing trust UKPRN', ({ project }) => project.outgoingTrustUkprn),
      ),
      link('SharePoint: school or academy', 'school'),
      link('SharePoint: incoming trust', 'incomingTrust'),
      only(forTransfers, link('SharePoint: outgoing trust', 'outgoingTrust')),
    ],
  },
];
