import type { CommandResult, PreparedProject } from '@academies/contracts';
import { yesOrNo } from '@academies/forms';
import type { BrokenRule, FixOn } from '@academies/handover';
import { given } from '@academies/testing';
import {
  aConversion,
  aCreated,
  anApproved,
  aRejected,
  aSponsoredConversion,
  aTransfer,
  context,
} from '../project/fixtures.spec.ts';
import type { Project } from '../project/project.ts';
import { progressOf } from '../project/summary.ts';
import { academy, looking, sam } from './fixtures.spec.ts';
import { saveSection } from './save-section.ts';
import { section, type Section } from './section.ts';
import { sections as table } from './sections.ts';

const { by } = context;
const changedEvent = 'prepare.project.changed.v1';
const sections: readonly Section[] = table;
const breaks = (fixOn: FixOn, rule = 'a-rule'): BrokenRule[] => [{ rule, message: 'Something is wrong', fixOn }];

/** Saves an answer on the page of a section. */
const saved = (name: string, project: Project, answer: object, look = looking()): Promise<CommandResult<Project>> =>
  saveSection(sections.find((one) => one.name === name) as Section, project, { answer, look, by });
const promised = (result: CommandResult<Project>) => given(undefined).when(() => result, undefined);

describe('The assigned person', () => {
  const answer = { assignedTo: sam.email };
  it('is stored by e-mail and name', async () =>
    promised(await saved('assigned-to', aConversion(), answer)).thenEvent({
      changed: ['assignedTo'],
      project: { assignedTo: sam },
    }));
  it('may be nobody before an approval', async () =>
    promised(
      await saved('assigned-to', aConversion(), { assignedTo: 'nobody' }, looking(breaks('assigned-to'))),
    ).thenEvent({
      project: { assignedTo: null },
    }));
  it('has an e-mail of an allowed domain', async () =>
    promised(await saved('assigned-to', aConversion(), answer, looking(breaks('assigned-to')))).thenRefused(
      'assigned-to',
    ));
  it('is somebody who has signed in before', async () =>
    promised(await saved('assigned-to', aConversion(), { assignedTo: 'who@education.gov.uk' })).thenRefused(
      'assigned-to',
    ));
  it('stays when the project is locked', async () =>
    promised(await saved('assigned-to', anApproved(), answer)).thenRefused('handed over to Complete'));
  it('makes no event when it stays the same', async () =>
    promised(await saved('assigned-to', aConversion(), { assignedTo: by.email })).then());
});

describe('The incoming trust', () => {
  const answer = { incomingTrust: '19000099' };
  const forming = aConversion({ formingAMat: true });
  const unnamed = looking(breaks('incoming-trust', 'new-trust-is-named'));
  it('is changed by UKPRN', async () =>
    promised(await saved('incoming-trust', aConversion(), answer)).thenEvent({
      project: { incomingTrust: { ukprn: '19000099', trn: null, name: null } },
    }));
  it('keeps the rules of its page, and leaves those of others to their pages', async () => {
    const wrong = looking(breaks('incoming-trust'));
    promised(await saved('incoming-trust', aConversion(), answer, wrong)).thenRefused('incoming-trust');
    promised(await saved('incoming-trust', aConversion(), answer, looking(breaks('group')))).then(changedEvent);
  });
  it('that is being formed may lack its TRN until the approval', async () =>
    promised(await saved('new-trust', forming, { name: 'Three Rivers', trn: null }, unnamed)).then(changedEvent));
  it('that is being formed has a name', async () =>
    promised(await saved('new-trust', forming, { name: null, trn: null }, unnamed)).thenRefused('new-trust'));
  it('that is being formed is no trust of the register, and the other way round', async () => {
    promised(await saved('incoming-trust', forming, answer)).thenRefused('no section');
    promised(await saved('new-trust', aConversion(), { name: 'Three Rivers', trn: null })).thenRefused(
      'joins a trust that exists',
    );
  });
  it('can be fixed after it was rejected', async () =>
    promised(await saved('incoming-trust', aRejected(), answer)).then(changedEvent));
});

describe('The outgoing trust', () => {
  const answer = { outgoingTrustUkprn: '19000042' };
  const leaving = aTransfer({ academies: [{ urn: '900201' }, { urn: '900205' }], outgoingTrustUkprn: null });
  it('runs every chosen academy', async () => {
    promised(await saved('outgoing-trust', leaving, answer)).thenEvent({ project: { outgoingTrustUkprn: '19000042' } });
    const others = looking([], [academy('900201'), academy('900205', '1')]);
    promised(await saved('outgoing-trust', leaving, answer, others)).thenRefused('outgoing-trust');
  });
  it('is not the incoming trust', async () =>
    promised(
      await saved('outgoing-trust', leaving, answer, looking(breaks('incoming-trust', 'trusts-differ'))),
    ).thenRefused('outgoing-trust'));
  it('is nothing that a conversion has', async () =>
    promised(await saved('outgoing-trust', aConversion(), answer)).thenRefused('no outgoing trust'));
});

describe('The schools', () => {
  const answer = { academies: ['900205'] };
  it('of a transfer are run by its outgoing trust', async () => {
    promised(await saved('academies', aTransfer(), answer)).thenEvent({ project: { academies: [{ urn: '900205' }] } });
    const others = looking([], [academy('900205', '1')]);
    promised(await saved('academies', aTransfer(), answer, others)).thenRefused('academies');
  });
  it('are one of a conversion, and never those of the other kind', async () => {
    promised(await saved('school', aConversion(), { academies: '900205' })).thenEvent({
      project: { academies: [{ urn: '900205' }] },
    });
    promised(await saved('school', aTransfer(), { academies: '900205' })).thenRefused('no section');
    promised(await saved('academies', aConversion(), answer)).thenRefused('no section');
  });
  it('are in the register', async () =>
    promised(await saved('school', aConversion(), { academies: '999999' })).thenRefused('school'));
  it('keep the rules about schools', async () =>
    promised(await saved('school', aConversion(), { academies: '900205' }, looking(breaks('school')))).thenRefused(
      'school',
    ));
  it('are in no other open project', async () =>
    promised(
      await saved(
        'school',
        aConversion(),
        { academies: '900205' },
        {
          ...looking(),
          taken: () => Promise.resolve(breaks('school', 'no-open-project-in-prepare')),
        },
      ),
    ).thenRefused('school'));
});

describe('Other sections', () => {
  it('the group', async () => {
    const answer = { group: 'GRP_00000001' };
    promised(await saved('group', aConversion(), answer)).thenEvent({ project: answer });
    promised(await saved('group', aConversion(), { group: 'new' })).thenEvent({ project: { group: 'GRP_00000002' } });
    promised(await saved('group', aConversion(answer), { group: 'none' })).thenEvent({ project: { group: null } });
    promised(await saved('group', aConversion(), answer, looking(breaks('group')))).thenRefused('group');
    promised(await saved('group', aConversion(), { group: 'GRP_00000009' })).thenRefused('group');
  });
  it('the reasons of a transfer', async () => {
    const transfer = { initiatedBy: 'incoming_trust', reasons: ['strategic'], type: 'merging_trusts' };
    promised(await saved('transfer-reasons', aTransfer(), transfer)).thenEvent({ project: { transfer } });
    promised(await saved('transfer-reasons', aConversion(), transfer)).thenRefused('no reasons for a transfer');
  });
  it('rationale, risks and benefits', async () => {
    const texts = { rationale: 'Near each other', risks: null, benefits: null };
    promised(await saved('case', aConversion(), texts)).thenEvent({ project: { summary: { ...texts, notes: [] } } });
  });
});

describe('The proposed decision date', () => {
  const save = (proposedDecisionDate: string, project = aConversion()) =>
    saved('proposed-decision-date', project, { proposedDecisionDate });
  it.each(['2020-01-01', '2027-04-01'])('may lie in the past or the future: %s', async (date) =>
    promised(await save(date)).then(changedEvent),
  );
  it('is not after the proposed date', async () =>
    promised(await save('2027-04-02')).thenRefused('proposed-decision-date'));
  it('makes no event when it stays the same', async () => promised(await save('2026-10-06')).then());
  it('is locked once handed over', async () =>
    promised(await save('2026-10-01', anApproved())).thenRefused('handed over to Complete'));
});

describe('The academy order date', () => {
  const date = '2026-10-06';
  const save = (project: Project, academyOrderDate = date) =>
    saved('academy-order-date', project, { academyOrderDate });
  it('of a voluntary conversion may be set though the project is locked', async () => {
    promised(await save(anApproved())).thenEvent({ date, project: { academyOrderDate: date } });
    promised(await save(aCreated())).then('prepare.project.academy-order-date-set.v1');
  });
  it('makes no event when it stays the same', async () =>
    promised(await save(anApproved(aConversion({ academyOrderDate: date })))).then());
  it('is refused before 2010', async () =>
    promised(await save(anApproved(), '2009-12-31')).thenRefused('academy-order-date'));
  it.each([
    ['before approval', aConversion()],
    ['of a sponsored conversion', anApproved(aSponsoredConversion())],
    ['of a transfer', anApproved(aTransfer())],
  ])('is not there %s', async (_, project) =>
    promised(await save(project)).thenRefused('Only an approved voluntary conversion'),
  );
});

describe('How far a section is', () => {
  const progress = (name: string, facts: Partial<PreparedProject>) => {
    const section = sections.find((one) => one.name === name) as Section;
    return progressOf(section.answers(aConversion(facts).facts));
  };
  it.each<[string, string, Partial<PreparedProject>]>([
    ['not_started', 'case', { summary: { rationale: null, risks: null, benefits: null, notes: [] } }],
    ['in_progress', 'case', { summary: { rationale: 'Near', risks: null, benefits: null, notes: [] } }],
    ['completed', 'case', { summary: { rationale: 'Near', risks: 'None', benefits: 'Many', notes: [] } }],
    ['not_started', 'assigned-to', { assignedTo: null }],
    ['completed', 'assigned-to', { assignedTo: sam }],
    ['in_progress', 'new-trust', { formingAMat: true, incomingTrust: { ukprn: null, trn: null, name: 'New' } }],
    ['not_started', 'transfer-reasons', { transfer: { initiatedBy: null, reasons: [], type: null } }],
  ])('is %s: %s', (expected, name, facts) => expect(progress(name, facts)).toBe(expected));
});

describe('A fact in the summary', () => {
  const scheme = section('pfi', {
    title: 'PFI',
    group: 'School',
    fields: { partOfPfiScheme: yesOrNo({ label: 'Is it part of a PFI scheme?' }) },
    sample: { partOfPfiScheme: true },
  });
  it.each([
    [true, 'Yes'],
    [false, 'No'],
    [null, null],
  ])('that is yes or no, here %s, is said in the words of its page: %s', async (partOfPfiScheme, text) =>
    expect(await scheme.rows({ ...aConversion().facts, partOfPfiScheme }, looking())).toEqual([
      { key: 'Is it part of a PFI scheme?', text },
    ]),
  );
});
