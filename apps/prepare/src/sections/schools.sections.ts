import { checkboxes, fromRegister } from '@academies/forms';
import { chosenSchool, schoolRows, urnsOf, wrongSchools } from './in-register.ts';
import { section } from './section.ts';

/** Which schools a project is about (docs/domain/prepare.md, "What a project holds"). */
export const schools = [
  section('school', {
    title: 'Which school converts?',
    label: 'School',
    group: 'The project',
    fields: {
      academies: fromRegister('school', { label: 'Name or URN', required: 'Enter the name or URN of the school' }),
    },
    offer: async ({ academies: [school] }, look) => ({ academies: await chosenSchool(school?.urn, look) }),
    fixes: ['school'],
    unlockedWith: ['outgoing-trust'],
    applies: ({ kind }) => kind === 'conversion',
    otherwise: { to: 'academies' },
    kept: {
      academies: {
        show: ({ academies: [school] }) => school?.urn,
        save: (urn) => ({ academies: [{ urn }] }),
        rows: (facts, look) => schoolRows('School', facts, look),
      },
    },
    check: ({ academies: urn }, facts, look) => wrongSchools([urn], facts, look),
    alsoBroken: (changed, look) => look.taken(changed),
    sample: { academies: '900124' },
  }),

  section('academies', {
    title: 'Which academies transfer?',
    label: 'Academies',
    group: 'The project',
    intro: ['The outgoing trust runs these academies.'],
    fields: {
      academies: checkboxes({
        label: 'Academies',
        hint: 'Select all that transfer',
        required: 'Select at least one academy',
      }),
    },
    fixes: ['school'],
    unlockedWith: ['outgoing-trust'],
    applies: ({ kind }) => kind === 'transfer',
    otherwise: { to: 'school' },
    first: async ({ outgoingTrustUkprn }, look) =>
      (await look.trust(outgoingTrustUkprn))
        ? undefined
        : { to: 'outgoing-trust', telling: 'Choose the outgoing trust first' },
    offer: async ({ outgoingTrustUkprn }, look) => {
      const trust = await look.trust(outgoingTrustUkprn);
      const run = trust ? await look.academiesOf(trust) : [];
      return { academies: run.map(({ urn, name }) => ({ value: urn, text: name, hint: `URN ${urn}` })) };
    },
    kept: {
      academies: {
        show: urnsOf,
        save: (urns) => ({ academies: urns.map((urn) => ({ urn })) }),
        rows: (facts, look) => schoolRows('Academies', facts, look),
      },
    },
    check: ({ academies }, facts, look) => wrongSchools(academies, facts, look),
    alsoBroken: (changed, look) => look.taken(changed),
    sample: { academies: ['900201'] },
  }),
];
