import { kinds, regions, teams } from '@academies/contracts';
import type { AboutProject } from './about-project.ts';

/** One line of the facts of a project. Without an answer it is not shown; null says that nobody knows. */
export interface Fact {
  readonly key: string;
  readonly value: (about: AboutProject) => string | null | undefined;
  /** Where the value leads, if anywhere. */
  readonly href?: (about: AboutProject) => string | null;
}

const yesNo = (answer: boolean | null): string | null => (answer === null ? null : answer ? 'Yes' : 'No');
const forConversions = ({ project }: AboutProject) => project.kind === 'conversion';
const forTransfers = ({ project }: AboutProject) => project.kind === 'transfer';
const fact = (key: string, value: Fact['value'], href?: Fact['href']): Fact => ({ key, value, ...(href && { href }) });
const only = (isFor: (about: AboutProject) => boolean, { value, ...rest }: Fact): Fact => ({
  ...rest,
  value: (about) => (isFor(about) ? value(about) : undefined),
});
const link = (key: string, folder: 'school' | 'incomingTrust' | 'outgoingTrust'): Fact =>
  fact(
    key,
    ({ project }) => (project.state === 'inactive' ? undefined : project.sharePoint[folder] && 'Open the folder'),
    ({ project }) => project.sharePoint[folder],
  );

/** What the page says about a project, section by section. */
export const sections: readonly { readonly title: string; readonly facts: readonly Fact[] }[] = [
  {
    title: 'About the project',
    facts: [
      fact('Type', ({ project }) => kinds.say(project.kind)),
      fact('Forming a MAT', ({ project }) => yesNo(project.formingAMat)),
      only(
        forConversions,
        fact('Directive academy order', ({ project }) => yesNo(project.directiveAcademyOrder)),
      ),
      fact('Two requires improvement (2RI)', ({ project }) =>
        project.state === 'inactive' ? undefined : yesNo(project.twoRequiresImprovement),
      ),
      only(
        forTransfers,
        fact('Inadequate Ofsted', ({ project }) => yesNo(project.inadequateOfsted)),
      ),
      only(
        forTransfers,
        fact('Financial, safeguarding or governance issues', ({ project }) =>
          yesNo(project.financialSafeguardingGovernanceIssues),
        ),
      ),
      only(
        forTransfers,
        fact('Outgoing trust to close', ({ project }) => yesNo(project.outgoingTrustToClose)),
      ),
      fact('Group', ({ project }) => project.group ?? undefined),
      fact('Team', ({ project }) => (project.team ? teams.say(project.team) : undefined)),
      fact('Assigned to', ({ project }) =>
        project.state === 'inactive' ? undefined : (project.assignedTo?.name ?? 'Nobody yet'),
      ),
      fact('Created by', ({ project }) => `${project.createdBy.name} (${project.createdBy.email})`),
    ],
  },
  {
    title: 'School and trusts',
    facts: [
      fact('School or academy', ({ school }) => school?.name ?? null),
      fact('URN', ({ project }) => project.urn),
      fact('Region', ({ project }) => (project.region ? regions.say(project.region) : null)),
      fact('Local authority', ({ school }) => school?.localAuthority.name ?? null),
      fact('Phase', ({ school }) => school?.phase.name ?? undefined),
      fact('Incoming trust', ({ project, incomingTrust }) => incomingTrust?.name ?? project.incomingTrust.name),
      fact('Incoming trust UKPRN', ({ project }) => project.incomingTrust.ukprn ?? undefined),
      fact(
        'Incoming trust TRN',
        ({ project, incomingTrust }) => project.incomingTrust.trn ?? incomingTrust?.trn ?? undefined,
      ),
      only(
        forTransfers,
        fact('Outgoing trust', ({ outgoingTrust }) => outgoingTrust?.name ?? null),
      ),
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
