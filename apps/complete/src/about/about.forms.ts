import { changeGroup, changeSharePoint, changeTwoRequiresImprovement, enterTrustUkprn } from '@academies/complete';
import type { CompleteProject } from '@academies/contracts';
import { form, matching, text, url, yesOrNo } from '@academies/forms';
import { trustByUkprn } from '@academies/register';
import { byManagers } from '../project/managers.ts';
import { projectForm } from '../project/project-form.page.ts';
import { trustsForm } from './correct-trusts.form.ts';
import { trustsInGroup } from './trusts-in-group.ts';

const twoRequiresImprovement = projectForm({
  ...byManagers,
  address: 'about/two-requires-improvement',
  title: 'Two requires improvement (2RI)',
  form: form({
    fields: {
      answer: yesOrNo({
        label: 'Is this project because of two requires improvement judgements in a row (2RI)?',
        required: 'Select whether it is because of two requires improvement judgements (2RI)',
      }),
    },
    button: 'Save',
  }),
  values: ({ twoRequiresImprovement: answer }) => ({ answer }),
  rule: (project, { answer, context }) => changeTwoRequiresImprovement(project, { ...context, ...answer }),
  next: '/about',
  saved: 'Saved: two requires improvement (2RI)',
});

const group = projectForm({
  ...byManagers,
  address: 'about/group',
  title: 'Group',
  form: form({
    fields: {
      group: text({
        label: 'Group reference',
        hint: 'GRP_ and eight digits. Projects of one trust that are handled together have one. Leave it empty to take the project out of its group.',
        width: 20,
        rules: [matching(/^GRP_\d{8}$/, 'Enter a group reference as GRP_ and eight digits, like GRP_00000042')],
      }),
    },
    button: 'Save',
  }),
  values: ({ group: reference }) => ({ group: reference }),
  facts: (em, project, { answer }) => trustsInGroup(em, answer.group, project),
  rule: (project, { answer, context, facts }) => changeGroup(project, { ...context, ...answer, trustsInGroup: facts }),
  next: '/about',
  saved: 'Saved: group',
});

const folder = (of: string) =>
  url({ label: `SharePoint link of the ${of}`, required: `Enter the SharePoint link of the ${of}`, max: 2_000 });
const school = folder('school or academy');
const incomingTrust = folder('incoming trust');
const folders = {
  conversion: form({ fields: { school, incomingTrust }, button: 'Save' }),
  transfer: form({ fields: { school, incomingTrust, outgoingTrust: folder('outgoing trust') }, button: 'Save' }),
};

/** `hosts` are those that a link may have, from the settings. */
const sharePoint = (hosts: readonly string[]) =>
  projectForm({
    ...byManagers,
    address: 'about/sharepoint',
    title: 'SharePoint folders',
    says: () => [`A link begins with https://${hosts.join(' or https://')}.`],
    form: ({ about: { project } }) => folders[project.kind] as typeof folders.transfer,
    values: ({ sharePoint }) => sharePoint,
    rule: (project, { answer, context }) =>
      changeSharePoint(project, {
        ...context,
        sharePointHosts: hosts,
        sharePoint: { ...project.sharePoint, ...(answer as Partial<CompleteProject['sharePoint']>) },
      }),
    next: '/about',
    saved: 'Saved: SharePoint folders',
  });

const trustUkprn = projectForm({
  ...byManagers,
  address: 'about/trust-ukprn',
  title: 'UKPRN of the incoming trust',
  says: ({ about: { project, incomingTrust: known } }) => [
    known?.ukprn && project.incomingTrust.ukprn === null
      ? `The register has ${known.name} (${known.trn}) with the UKPRN ${known.ukprn}.`
      : 'A trust that is being formed gets its UKPRN when it is set up. It must be in the register.',
  ],
  form: form({
    fields: {
      ukprn: text({
        label: 'UKPRN',
        hint: 'Eight digits that begin with 1',
        width: 10,
        inputmode: 'numeric',
        required: 'Enter the UKPRN',
        rules: [matching(/^1\d{7}$/, 'Enter a UKPRN: eight digits that begin with 1')],
      }),
    },
    button: 'Save',
  }),
  values: ({ incomingTrust: { ukprn } }, { about }) => ({ ukprn: ukprn ?? about.incomingTrust?.ukprn }),
  facts: async (em, _, { answer }) => (await trustByUkprn(em, answer.ukprn)) ?? null,
  rule: (project, { answer, context, facts }) =>
    enterTrustUkprn(project, { ...context, ...answer, trust: facts ?? undefined }),
  next: '/about',
  saved: 'Saved: UKPRN of the incoming trust',
});

/** What these forms need of the app's settings. */
export interface AboutSettings {
  readonly SHAREPOINT_HOSTS: readonly string[];
  readonly PREPARE_URL: string;
}

export const aboutForms = ({ SHAREPOINT_HOSTS, PREPARE_URL }: AboutSettings) => [
  twoRequiresImprovement,
  group,
  sharePoint(SHAREPOINT_HOSTS),
  trustUkprn,
  trustsForm(PREPARE_URL),
];
