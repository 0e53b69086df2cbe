import { checkboxes, fromRegister, matching, radios, text } from '@academies/forms';
import { notRunBy } from '../project/project.ts';
import { chosenSchool, chosenTrust, schoolRows, trustRow, urnsOf, wrongSchools } from './in-register.ts';
import { section } from './section.ts';

const whichTrust = {
  label: 'Name, UKPRN or trust reference number (TRN)',
  required: 'Enter the name, UKPRN or TRN of the trust',
} as const;

/** Which schools go from where to where (docs/domain/prepare.md, "What a project holds"). */
export const schoolAndTrusts = [
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
    show: ({ academies: [school] }) => ({ academies: school?.urn }),
    check: ({ academies: urn }, facts, look) => wrongSchools([urn], facts, look),
    alsoBroken: (changed, look) => look.taken(changed),
    save: ({ academies: urn }) => ({ academies: [{ urn }] }),
    answers: ({ academies }) => [academies],
    rows: (facts, look) => schoolRows('School', facts, look),
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
    show: (facts) => ({ academies: urnsOf(facts) }),
    check: ({ academies }, facts, look) => wrongSchools(academies, facts, look),
    alsoBroken: (changed, look) => look.taken(changed),
    save: ({ academies }) => ({ academies: academies.map((urn) => ({ urn })) }),
    rows: (facts, look) => schoolRows('Academies', facts, look),
    sample: { academies: '900201' },
  }),

  section('outgoing-trust', {
    title: 'Which trust do the academies leave?',
    label: 'Outgoing trust',
    group: 'The project',
    intro: ['It must run every academy of the project.'],
    fields: { outgoingTrustUkprn: fromRegister('trust', { ...whichTrust, lookUp: 'open-trust' }) },
    offer: async ({ outgoingTrustUkprn }, look) => ({
      outgoingTrustUkprn: await chosenTrust(outgoingTrustUkprn, look),
    }),
    fixes: ['outgoing-trust'],
    unlockedWith: ['school', 'incoming-trust'],
    applies: ({ kind }) => kind === 'transfer',
    otherwise: 'A conversion has no outgoing trust',
    refusedBy: ({ fixOn, rule }) => fixOn === 'outgoing-trust' || rule === 'trusts-differ',
    show: ({ outgoingTrustUkprn }) => ({ outgoingTrustUkprn: outgoingTrustUkprn ?? undefined }),
    check: async ({ outgoingTrustUkprn }, facts, look) => {
      const trust = await look.trust(outgoingTrustUkprn);
      return trust && notRunBy(trust, [...(await look.schools(urnsOf(facts))).values()]);
    },
    save: (answer) => answer,
    rows: async ({ outgoingTrustUkprn }, look) => [
      await trustRow('Outgoing trust', { ukprn: outgoingTrustUkprn, trn: null, name: null }, look),
    ],
    sample: { outgoingTrustUkprn: '19000077' },
  }),

  section('incoming-trust', {
    title: 'What is the incoming trust?',
    label: 'Incoming trust',
    group: 'The project',
    fields: { incomingTrust: fromRegister('trust', whichTrust) },
    offer: async ({ incomingTrust: { ukprn } }, look) => ({ incomingTrust: await chosenTrust(ukprn, look) }),
    fixes: ['incoming-trust'],
    unlockedWith: ['outgoing-trust', 'group'],
    applies: ({ formingAMat }) => !formingAMat,
    otherwise: { to: 'new-trust' },
    show: ({ incomingTrust: { ukprn } }) => ({ incomingTrust: ukprn ?? undefined }),
    save: ({ incomingTrust: ukprn }) => ({ incomingTrust: { ukprn, trn: null, name: null } }),
    answers: ({ incomingTrust: { ukprn } }) => [ukprn],
    rows: async ({ incomingTrust }, look) => [await trustRow('Incoming trust', incomingTrust, look)],
    sample: { incomingTrust: '19000077' },
  }),

  section('new-trust', {
    title: 'Which trust is being formed?',
    label: 'New trust',
    group: 'The project',
    fields: {
      name: text({ label: 'Name of the new trust', required: 'Enter the name of the new trust' }),
      trn: text({
        label: 'Trust reference number (TRN)',
        hint: 'TR and 5 digits, like TR01234. You can leave it empty until the trust has one; the approval needs it',
        width: 10,
        rules: [matching(/^TR\d{5}$/i, 'The trust reference number must be TR and 5 digits, like TR01234')],
      }),
    },
    facts: { name: 'incomingTrust', trn: 'incomingTrust' },
    fixes: ['incoming-trust'],
    unlockedWith: ['outgoing-trust', 'group'],
    applies: ({ formingAMat }) => formingAMat,
    otherwise: 'This project joins a trust that exists.',
    // The TRN of a new trust may still be unknown; the approval then asks for it.
    refusedBy: ({ fixOn, rule }, { incomingTrust: { trn, name } }) =>
      fixOn === 'incoming-trust' && !(rule === 'new-trust-is-named' && trn === null && name !== null),
    show: ({ incomingTrust: { name, trn } }) => ({ name: name ?? undefined, trn }),
    save: ({ name, trn }) => ({ incomingTrust: { ukprn: null, trn: trn?.toUpperCase() ?? null, name } }),
    answers: ({ incomingTrust: { name, trn } }) => [name, trn],
    rows: async (facts, look) => [
      await trustRow('New trust', facts.incomingTrust, look),
      ...(facts.formAMatReference ? [{ key: 'Form-a-MAT reference', text: facts.formAMatReference }] : []),
    ],
    sample: { name: 'Another', trn: 'TR90999' },
  }),

  section('group', {
    title: 'Is the project part of a group?',
    label: 'Group',
    group: 'The project',
    intro: ['All projects of a group have the same incoming trust.'],
    fields: { group: radios({ label: 'Group', required: 'Select a group, a new one or none' }) },
    fixes: ['group'],
    unlockedWith: ['incoming-trust'],
    none: 'None',
    offer: async ({ incomingTrust }, look) => {
      const groups = await look.groups(incomingTrust);
      const [own, empty] = [groups.filter(({ members }) => members > 0), groups.filter(({ members }) => members === 0)];
      return {
        group: [
          ...own.map(({ reference, members }) => ({
            value: reference,
            text: reference,
            hint: `The group of this trust, with ${members} ${members === 1 ? 'project' : 'projects'}`,
          })),
          { value: 'none', text: 'No group' },
          {
            value: 'new',
            text: 'A new group',
            ...(own.length > 0 && { hint: 'The trust has a group already: choose this only to keep projects apart' }),
          },
          ...empty.map(({ reference }) => ({ value: reference, text: reference, hint: 'No projects yet' })),
        ],
      };
    },
    show: ({ group }) => ({ group: group ?? 'none' }),
    check: async ({ group }, { incomingTrust }, look) =>
      group !== 'none' &&
      group !== 'new' &&
      !(await look.groups(incomingTrust)).some(({ reference }) => reference === group) &&
      'Select a group from the list',
    save: async ({ group }, _, look) => ({
      group: group === 'none' ? null : group === 'new' ? await look.newGroup() : group,
    }),
    sample: { group: 'new' },
  }),
];
