import { anExampleCompleteProject, type CompleteProject, contextAt, type Person } from '@academies/contracts';
import { factsNamedBy } from '@academies/mail';
import { mailTemplates } from './mails.table.ts';
import { occasionOf } from './occasions.ts';
import { projectMails } from './project-mails.ts';

const person = (name: string): Person => ({ email: `${name.toLowerCase()}@education.gov.uk`, name });
const [ada, bo, cleo, lee, lou] = ['Ada', 'Bo', 'Cleo', 'Lee', 'Lou'].map(person) as [
  Person,
  Person,
  Person,
  Person,
  Person,
];
const active = (facts: Partial<CompleteProject> = {}): CompleteProject => ({
  ...anExampleCompleteProject,
  state: 'active',
  urn: '900123',
  team: 'regional_casework_services',
  assignedTo: null,
  dateConfirmed: true,
  ...facts,
});
const found = {
  schools: new Map([['900123', 'Larkmere Primary School']]),
  active: new Set([ada.email, bo.email, cleo.email]),
  standInFor: (email: string) => (email === cleo.email ? bo : undefined),
  leadersOf: (team: string) => (team === 'regional_casework_services' ? [lee.email, lou.email] : []),
  withoutLeader: 'support@education.gov.uk',
  url: 'https://complete.example.org',
};

/** The e-mails of changes that one person made at one moment. */
const mailsOf = (by: Person, ...changes: (readonly [before: CompleteProject, after: CompleteProject])[]) => {
  const context = contextAt(by, '2026-10-20T10:00:00.000Z');
  const occasions = changes.map(([before, after]) => occasionOf(before, after, context));
  return projectMails(
    occasions.filter((one) => one !== undefined),
    found,
  );
};
const addressed = (...[by, ...changes]: Parameters<typeof mailsOf>) =>
  mailsOf(by, ...changes).map(({ to, template }) => `${template} ${to}`);

const transfer = { kind: 'transfer' as const };

describe('E-mails about a project', () => {
  it('tell every leader of the team that a project was handed to it, each kind by its own template', () => {
    const inactive = active({ state: 'inactive', team: null });
    expect(addressed(ada, [inactive, active()])).toEqual([
      `handed_over_conversion ${lee.email}`,
      `handed_over_conversion ${lou.email}`,
    ]);
    expect(addressed(ada, [active({ ...transfer, team: 'london' }), active(transfer)])).toEqual([
      `handed_over_transfer ${lee.email}`,
      `handed_over_transfer ${lou.email}`,
    ]);
  });

  it('go to the address of the settings when the team has no active leader', () =>
    expect(addressed(ada, [active(), active({ team: 'london' })])).toEqual([
      `handed_over_conversion ${found.withoutLeader}`,
    ]));

  it('tell who got a project, with school, date, who did it, and a link', () =>
    expect(mailsOf(lee, [active(), active({ assignedTo: ada })])).toEqual([
      {
        key: `assigned ${active().id} 2026-10-20T10:00:00.000Z ${ada.email}`,
        template: 'assigned_conversion',
        to: ada.email,
        facts: {
          by: 'Lee',
          whom: 'you',
          school: 'Larkmere Primary School',
          date: 'April 2027 (confirmed)',
          link: `https://complete.example.org/projects/${active().id}`,
        },
      },
    ]));

  it('tell who stands in for an absent person too, and say for whom', () => {
    const mails = mailsOf(lee, [active(), active({ assignedTo: cleo })]);
    expect(mails.map(({ to, facts }) => [to, facts['whom']])).toEqual([
      [cleo.email, 'you'],
      [bo.email, 'Cleo, for whom you stand in'],
    ]);
    expect(addressed(bo, [active(), active({ assignedTo: cleo })])).toEqual([`assigned_conversion ${cleo.email}`]);
  });

  it('keep what is one’s own apart from what one stands in for', () =>
    expect(addressed(lee, [active(), active({ assignedTo: cleo })], [active(), active({ assignedTo: bo })])).toEqual(
      [cleo, bo, bo].map(({ email }) => `assigned_conversion ${email}`),
    ));

  it('are one a person, though many projects were assigned at once', () => {
    const [one] = mailsOf(
      lee,
      [active(), active({ assignedTo: ada })],
      [active(transfer), active({ ...transfer, assignedTo: ada })],
    );
    expect(one).toMatchObject({ template: 'assigned_several', to: ada.email, facts: { count: '2' } });
    expect(one?.facts['projects']).toEqual([
      expect.stringMatching(/^Larkmere Primary School: conversion, April 2027 \(confirmed\), https:/),
      expect.stringMatching(/^Larkmere Primary School: transfer, April 2027 \(confirmed\), https:/),
    ]);
  });

  it.each<[string, Person, CompleteProject, CompleteProject]>([
    ['what they did themselves', ada, active(), active({ assignedTo: { ...ada, email: ada.email.toUpperCase() } })],
    [
      'a project that they had before',
      lee,
      active({ assignedTo: ada }),
      active({ assignedTo: ada, twoRequiresImprovement: true }),
    ],
    ['a project when they are not active', lee, active(), active({ assignedTo: person('Gone') })],
    ['a project that waits for somebody again', lee, active({ assignedTo: ada }), active()],
    [
      'a project that is not active',
      lee,
      active({ state: 'inactive' }),
      active({ state: 'completed', assignedTo: ada }),
    ],
  ])('tell nobody %s', (_, by, before, after) => expect(mailsOf(by, [before, after])).toEqual([]));

  it('tell a leader who hands a project to the own team nothing, and the other leader all', () =>
    expect(addressed(lee, [active({ team: 'london' }), active()])).toEqual([`handed_over_conversion ${lou.email}`]));

  it('say all that their templates ask for, and nothing else', () => {
    const both = (kind: 'conversion' | 'transfer') => [
      [active({ kind }), active({ kind, assignedTo: ada })] as const,
      [active({ kind, team: 'london' }), active({ kind })] as const,
    ];
    const mails = (['conversion', 'transfer'] as const).flatMap((kind) => [
      ...both(kind).flatMap((change) => mailsOf(bo, change)),
      ...mailsOf(bo, ...both(kind), ...both(kind)),
    ]);
    const ofChanges = Object.keys(mailTemplates).filter((name) => name !== 'weekly_reminder');
    expect(new Set(mails.map(({ template }) => template))).toEqual(new Set(ofChanges));
    for (const { template, facts } of mails)
      expect(factsNamedBy(mailTemplates[template as keyof typeof mailTemplates]).sort()).toEqual(
        Object.keys(facts).sort(),
      );
  });
});
