import { anExampleEstablishment } from '@academies/contracts';
import { anActiveProject, answered, anInactiveProject, aTransferProject, context, given } from '../fixtures.spec.ts';
import { asksForAcademyUrn, enterAcademyUrn } from './academy-urn.ts';

const academy = { ...anExampleEstablishment, urn: '900500', type: { code: '34', name: 'Academy converter' } };
const to = (more: object = {}) => ({
  ...context,
  urn: '900500',
  notYetPublic: false,
  academy,
  usedBy: undefined,
  ...more,
});
const asking = aTransferProject({ tasks: { new_urn_and_record: answered({ complete: true }) } });

describe('The URN of the new academy', () => {
  it('is entered for a conversion, and for a transfer that asked for a new record', () => {
    for (const project of [anActiveProject(), asking])
      given(project)
        .when(enterAcademyUrn, to())
        .thenEvent({ changed: ['academyUrn'], project: { academyUrn: '900500' } });
    given(aTransferProject()).when(enterAcademyUrn, to()).thenRefused('has not asked');
  });

  it('is entered after completion too, not before the handover', () => {
    given(anActiveProject({ state: 'completed' }))
      .when(enterAcademyUrn, to())
      .thenState({ academyUrn: '900500' });
    given(anInactiveProject()).when(enterAcademyUrn, to()).thenRefused('after the handover');
  });

  it('need not be in the register where it is marked as not yet public', () =>
    given(anActiveProject())
      .when(enterAcademyUrn, to({ academy: undefined, notYetPublic: true }))
      .thenState({ academyUrn: '900500' }));

  it.each([
    ['is not six digits', { urn: '90050' }],
    ["is the school's own", { urn: anActiveProject().urn }],
    ['is not in the register', { academy: undefined }],
    ['is that of a school which is no academy', { academy: anExampleEstablishment }],
    ['is used by another project', { usedBy: 'Ashdown Primary School' }],
  ])('is refused where it %s', (_, more) =>
    given(anActiveProject()).when(enterAcademyUrn, to(more)).thenRefused('urn'),
  );

  it('is taken out again, and sent twice changes nothing', () => {
    given(anActiveProject({ academyUrn: '900500' }))
      .when(enterAcademyUrn, to({ urn: null }))
      .thenEvent({ project: { academyUrn: null } });
    given(anActiveProject({ academyUrn: '900500' }))
      .when(enterAcademyUrn, to())
      .then();
  });

  it('is not asked for by a transfer that says not applicable', () =>
    expect(
      asksForAcademyUrn(
        aTransferProject({ tasks: { new_urn_and_record: { notApplicable: true, answers: { complete: true } } } }),
      ),
    ).toBe(false));
});
