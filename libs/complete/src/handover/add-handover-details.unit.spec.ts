import { anActiveProject, anInactiveProject, anOfficer, given, context } from '../fixtures.spec.ts';
import { addHandoverDetails, type HandoverDetails } from './add-handover-details.ts';

const link = (path: string) => `https://educationgovuk.sharepoint.com/sites/${path}`;
const aTransfer = () =>
  anInactiveProject({ kind: 'transfer', directiveAcademyOrder: null, outgoingTrustUkprn: '19000077' });
const details = (more: Partial<HandoverDetails> = {}): HandoverDetails => ({
  ...context,
  withCasework: false,
  comments: null,
  sharePoint: { school: link('school'), incomingTrust: link('trust'), outgoingTrust: null },
  twoRequiresImprovement: false,
  region: 'london',
  assignTo: anOfficer,
  takesOver: { from: null, otherRegionAgreed: false },
  sharePointHosts: ['educationgovuk.sharepoint.com'],
  ...more,
});

describe('Adding handover details', () => {
  it('makes the project active, in the region, assigned', () =>
    given(anInactiveProject())
      .when(addHandoverDetails, details())
      .thenEvent({
        project: { state: 'active', team: 'london', assignedTo: anOfficer, twoRequiresImprovement: false },
      }));

  it('gives the project to Regional Casework Services unassigned, with comments', () =>
    given(anInactiveProject())
      .when(addHandoverDetails, details({ withCasework: true, comments: 'Land is leased' }))
      .thenEvent({
        project: { state: 'active', team: 'regional_casework_services', assignedTo: null },
        comments: 'Land is leased',
      }));

  it('needs comments for Regional Casework Services', () =>
    given(anInactiveProject())
      .when(addHandoverDetails, details({ withCasework: true }))
      .thenRefused('comments'));

  it.each(['region', 'assignTo'] as const)('needs a %s otherwise', (field) =>
    given(anInactiveProject())
      .when(addHandoverDetails, details({ [field]: null }))
      .thenRefused(field),
  );

  it.each([
    'http://educationgovuk.sharepoint.com/sites/school',
    'https:educationgovuk.sharepoint.com/sites',
    String.raw`https:\\educationgovuk.sharepoint.com/sites`,
    'https://educationgovuk.sharepoint.com.example/sites',
    'https://example.com/educationgovuk.sharepoint.com',
    'https://somebody@educationgovuk.sharepoint.com/sites',
    'javascript:alert(1)',
    '',
  ])('takes no link but https on an allowed host, not "%s"', (school) =>
    given(anInactiveProject())
      .when(addHandoverDetails, details({ sharePoint: { ...details().sharePoint, school } }))
      .thenRefused('school'),
  );

  it.each([
    ['another region', { from: 'north_west', otherRegionAgreed: false }, 'takesOver'],
    ['another region, as is said', { from: 'north_west', otherRegionAgreed: true }, undefined],
    ['the same region', { from: 'london', otherRegionAgreed: false }, undefined],
    ['no region', { from: null, otherRegionAgreed: false }, undefined],
  ] as const)('is done by somebody of %s when that is meant', (_, takesOver, refusal) => {
    const result = given(anInactiveProject({ region: 'london' })).when(addHandoverDetails, details({ takesOver }));
    return refusal ? result.thenRefused(refusal) : result.thenEvent({ project: { state: 'active' } });
  });

  it('needs the outgoing trust folder of a transfer', () =>
    given(aTransfer()).when(addHandoverDetails, details()).thenRefused('outgoingTrust'));

  it('keeps no outgoing trust folder of a conversion', () =>
    given(anInactiveProject())
      .when(addHandoverDetails, details({ sharePoint: { ...details().sharePoint, outgoingTrust: link('x') } }))
      .thenEvent({ project: { sharePoint: { outgoingTrust: null } } }));

  it('starts the sponsored grant task of a voluntary conversion as not applicable', () =>
    given(anInactiveProject())
      .when(addHandoverDetails, details())
      .thenEvent({ project: { tasks: { sponsored_support_grant: { notApplicable: true } } } }));

  it.each([
    ['sponsored conversion', anInactiveProject({ directiveAcademyOrder: true })],
    ['transfer', aTransfer()],
  ])('leaves the tasks of a %s alone', (_, project) => {
    const { state } = addHandoverDetails(
      project,
      details({ sharePoint: { school: link('a'), incomingTrust: link('b'), outgoingTrust: link('c') } }),
    );
    expect(state?.tasks).toEqual({});
  });

  it('happens once', () => given(anActiveProject()).when(addHandoverDetails, details()).thenRefused('already'));
});
