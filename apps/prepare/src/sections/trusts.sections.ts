import { fromRegister, matching, radios, text } from '@academies/forms';
import { notRunBy } from '../project/project.ts';
import { chosenTrust, trustRow, urnsOf } from './in-register.ts';
import { section } from './section.ts';

const whichTrust = {
  label: 'Name, UKPRN or trust reference number (TRN)',
  required: 'Enter the name, UKPRN or TRN of the trust',
} as const;

/** From which trust the schools go to which, and in which group (docs/domain/prepare.md, "What a project holds"). */
export const trusts = [
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
    check: async ({ outgoingTrustUkprn }, facts, look) => {
      const trust = await look.trust(outgoingTrustUkprn);
      return trust && notRunBy(trust, [...(await look.schools(urnsOf(facts))).values()]);
    },
    kept: {
      outgoingTrustUkprn: {
        rows: async ({ outgoingTrustUkprn: ukprn }, look) => [
          await trustRow('Outgoing trust', { ukprn, trn: null, name: null }, look),
        ],
      },
    },
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
    kept: {
      incomingTrust: {
        show: ({ incomingTrust: { ukprn } }) => ukprn,
        save: (ukprn) => ({ incomingTrust: { ukprn, trn: null, name: null } }),
        rows: async ({ incomingTrust }, look) => [await trustRow('Incoming trust', incomingTrust, look)],
      },
    },
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
    fixes: ['incoming-trust'],
    unlockedWith: ['outgoing-trust', 'group'],
    applies: ({ formingAMat }) => formingAMat,
    otherwise: 'This project joins a trust that exists.',
    // The TRN of a new trust may still be unknown; the approval then asks for it.
    refusedBy: ({ fixOn, rule }, { incomingTrust: { trn, name } }) =>
      fixOn === 'incoming-trust' && !(rule === 'new-trust-is-named' && trn === null && name !== null),
    kept: {
      name: {
        at: 'incomingTrust',
        show: ({ incomingTrust: { name } }) => name,
        save: (name, { incomingTrust: { trn } }) => ({ incomingTrust: { ukprn: null, trn, name } }),
        rows: async ({ incomingTrust }, look) => [await trustRow('New trust', incomingTrust, look)],
      },
      trn: {
        at: 'incomingTrust',
        show: ({ incomingTrust: { trn } }) => trn,
        save: (trn, { incomingTrust }) => ({ incomingTrust: { ...incomingTrust, trn: trn?.toUpperCase() ?? null } }),
        // The row of its name tells the number.
        rows: ({ formAMatReference: text }) => (text ? [{ key: 'Form-a-MAT reference', text }] : []),
      },
    },
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
    kept: {
      group: {
        show: ({ group }) => group ?? 'none',
        save: async (group, _, look) => ({
          group: group === 'none' ? null : group === 'new' ? await look.newGroup() : group,
        }),
        answer: ({ group }) => group,
      },
    },
    check: async ({ group }, { incomingTrust }, look) =>
      group !== 'none' &&
      group !== 'new' &&
      !(await look.groups(incomingTrust)).some(({ reference }) => reference === group) &&
      'Select a group from the list',
    sample: { group: 'new' },
  }),
];
