import { noAddress } from '@academies/contracts';
import { context, given } from '../fixtures.spec.ts';
import { editLocalAuthority } from './edit-local-authority.ts';

const nobody = { name: null, role: null, email: null };
const odette = { name: 'Odette Farrow', role: 'Director', email: 'odette@marrowby.example' };
const marrowby = { code: '911', name: 'Marrowby', address: noAddress, directorOfChildrensServices: odette };
const to = (more: object = {}) => ({ ...context, name: 'Marrowby', address: noAddress, director: odette, ...more });

describe('Editing a local authority by hand', () => {
  it('publishes the whole authority', () =>
    given(marrowby)
      .when(editLocalAuthority, to({ name: 'Greater Marrowby' }))
      .thenEvent({ localAuthority: { ...marrowby, name: 'Greater Marrowby' }, by: context.by }));
  it('may leave it without a director', () =>
    given(marrowby)
      .when(editLocalAuthority, to({ director: nobody }))
      .thenState({ directorOfChildrensServices: null }));
  it('publishes nothing where nothing is different', () => given(marrowby).when(editLocalAuthority, to()).then());
  it.each([{ role: 'Director' }, { email: 'odette@marrowby.example' }])('refuses %o of nobody', (of) =>
    given(marrowby)
      .when(editLocalAuthority, to({ director: { ...nobody, ...of } }))
      .thenRefused('directorName'),
  );
});
