import { anExampleTrust } from '@academies/contracts';
import { anActiveProject, aTransferProject, context, given } from '../fixtures.spec.ts';
import { changeGroup, changeSharePoint, changeTwoRequiresImprovement, enterTrustUkprn } from './change-facts.ts';

const sharePointHosts = ['educationgovuk.sharepoint.com'];
const link = (site: string) => `https://educationgovuk.sharepoint.com/sites/${site}`;

describe('Facts that can be corrected after the handover', () => {
  it('SharePoint links, on allowed hosts, those of the kind only', () => {
    const sharePoint = { school: link('a'), incomingTrust: link('b'), outgoingTrust: null };
    given(anActiveProject())
      .when(changeSharePoint, { ...context, sharePointHosts, sharePoint })
      .thenEvent({ changed: ['sharePoint'], project: { sharePoint } });
    given(aTransferProject())
      .when(changeSharePoint, { ...context, sharePointHosts, sharePoint })
      .thenRefused('outgoingTrust');
    given(anActiveProject())
      .when(changeSharePoint, {
        ...context,
        sharePointHosts,
        sharePoint: { ...sharePoint, school: 'https://example.com' },
      })
      .thenRefused('school');
  });
  it('2RI', () =>
    given(anActiveProject())
      .when(changeTwoRequiresImprovement, { ...context, answer: true })
      .thenEvent({ project: { twoRequiresImprovement: true } }));
  it('the group, whose projects have one incoming trust', () => {
    const to = (group: string | null, ...trustsInGroup: string[]) => ({ ...context, group, trustsInGroup });
    const own = anActiveProject().incomingTrust.ukprn as string;
    given(anActiveProject())
      .when(changeGroup, to('GRP_00000007', own))
      .thenEvent({ project: { group: 'GRP_00000007' } });
    given(anActiveProject({ group: 'GRP_00000007' }))
      .when(changeGroup, to(null))
      .thenEvent({ project: { group: null } });
    given(anActiveProject()).when(changeGroup, to('GRP_7')).thenRefused('group');
    given(anActiveProject()).when(changeGroup, to('GRP_00000007', '19000043')).thenRefused('group');
  });
  it('nothing of a project that is not active', () =>
    given(anActiveProject({ state: 'completed' }))
      .when(changeTwoRequiresImprovement, { ...context, answer: true })
      .thenRefused('not active'));
});

describe('The UKPRN of a trust that the project forms', () => {
  const forming = anActiveProject({
    formingAMat: true,
    incomingTrust: { ukprn: null, trn: 'TR90301', name: 'New Trust' },
  });
  const trust = { ...anExampleTrust, ukprn: '19000055', trn: 'TR90301' };
  const to = (more: object = {}) => ({ ...context, ukprn: '19000055', trust, ...more });
  it('is entered when the register has it', () =>
    given(forming)
      .when(enterTrustUkprn, to())
      .thenEvent({ project: { incomingTrust: { ukprn: '19000055', trn: 'TR90301' } } }));
  it.each([
    ['is no number of a trust', { ukprn: '29000055' }],
    ['is not in the register', { trust: undefined }],
    ['is of another trust than the one that is formed', { trust: { ...trust, trn: 'TR90999' } }],
  ])('is refused when it %s', (_, more) => given(forming).when(enterTrustUkprn, to(more)).thenRefused('ukprn'));
  it('is not for a project that joins a trust', () =>
    given(anActiveProject()).when(enterTrustUkprn, to()).thenRefused('ukprn'));
});
