import {
  AcademyOrderDateSet,
  DecisionCorrected,
  newEvent,
  PreparedProjectRepublished,
  ProjectApproved,
} from '@academies/contracts';
import { HistoryRow, servicesHeard } from '@academies/complete';
import { sqlOf } from '@academies/database';
import { deadLetters, lastWords } from '@academies/messaging';
import { eventually } from '@academies/testing';
import { type HandoverService, aHandoverService, inShort } from '../fixtures/test-service.spec.ts';
import { aConversion, approval, aSchool, aTransfer, theTrusts } from '../fixtures/prepare-side.spec.ts';

let fixture: HandoverService;
beforeEach(async () => {
  fixture = await aHandoverService();
  await fixture.register.publish(
    ...theTrusts,
    aSchool('900001'),
    aSchool('900002'),
    aSchool('910001'),
    aSchool('910002'),
  );
});
afterEach(() => fixture.stop());

describe('Handover', () => {
  it('makes one project of one approval, and answers it once', async () => {
    await fixture.start();
    await fixture.prepare.publish(approval(aConversion('1', '900001')));
    expect((await fixture.answered(1)).map(inShort)).toEqual(['created 900001 attempt 1']);
    const [project] = await fixture.projects();
    expect(project).toMatchObject({ urn: '900001', prepareId: '1', state: 'inactive', region: 'london' });
    expect(await fixture.ask('select email, may_sign_in from person')).toEqual([
      { email: project?.createdBy.email, may_sign_in: false },
    ]);
  });

  it('judges each academy of a transfer on its own, and one broken rule blocks nothing behind it', async () => {
    await fixture.start();
    await fixture.prepare.publish(
      approval(aTransfer('2', ['910001', '900002', '910002'], { group: 'GRP_00000001' })),
      approval(aConversion('3', '900001')),
    );
    expect((await fixture.answered(4)).map(inShort).sort()).toEqual([
      'created 900001 attempt 1',
      'created 910001 attempt 1',
      'created 910002 attempt 1',
      'rejected 900002 attempt 1',
    ]);
    expect(await fixture.ask('select reference from project_group')).toEqual([{ reference: 'GRP_00000001' }]);
    expect(await fixture.ask('select prepare_id, urn, attempt, settled from rejected_handover')).toEqual([
      { prepare_id: '2', urn: '900002', attempt: 1, settled: null },
    ]);
  });

  it('says every reason of a rejection, and makes nothing for it', async () => {
    await fixture.start();
    await fixture.prepare.publish(approval(aConversion('4', '910001', { assignedTo: null, proposedDate: null })));
    const [answer] = await fixture.answered(1);
    expect(answer?.subject).toBe('4/910001');
    expect(answer?.value.reasons?.map(({ rule }) => rule)).toEqual([
      'school-suits-kind',
      'provisional-date-is-first-of-month',
      'creator-is-known',
    ]);
    expect(await fixture.projects()).toEqual([]);
  });

  it('makes nothing twice when everything is sent again, or the state is republished', async () => {
    await fixture.start();
    const project = aConversion('5', '900001');
    await fixture.prepare.publish(approval(project), approval(aTransfer('6', ['910001'])));
    await fixture.answered(2);
    await fixture.prepare.sendAllAgain();
    await fixture.prepare.publish(
      newEvent(PreparedProjectRepublished, { key: '5', subject: '5', value: { project } }),
      approval(aConversion('7', '900002')),
    );
    expect((await fixture.answered(3)).map(inShort)).toHaveLength(3);
    expect(await fixture.projects()).toHaveLength(3);
  });

  it('confirms what it has when an approval is sent again by an event of its own, and makes nothing twice', async () => {
    await fixture.start();
    const project = aTransfer('16', ['910001', '900002']);
    await fixture.prepare.publish(approval(project));
    await fixture.answered(2);
    await fixture.prepare.publish(approval(project));
    const answers = await fixture.answered(4);
    expect(answers.map(inShort).slice(2).sort()).toEqual(['confirmed 910001 attempt 1', 'rejected 900002 attempt 1']);
    expect(await fixture.projects()).toHaveLength(1);
    expect(await fixture.ask('select attempt from rejected_handover')).toEqual([{ attempt: 1 }]);
  });

  it('hands a corrected academy over again: it is created, the other is confirmed with its project', async () => {
    await fixture.start();
    await fixture.prepare.publish(approval(aTransfer('8', ['910001', '900002'])));
    await fixture.answered(2);
    await fixture.prepare.publish(approval(aTransfer('8', ['910001', '910002']), 2));
    const answers = await fixture.answered(4);
    expect(answers.map(inShort)).toEqual([
      'created 910001 attempt 1',
      'rejected 900002 attempt 1',
      'confirmed 910001 attempt 2',
      'created 910002 attempt 2',
    ]);
    expect(answers[2]?.value.project?.id).toBe(answers[0]?.value.project?.id);
    expect(await fixture.projects()).toHaveLength(2);
  });

  it('judges again what was rejected, though nothing changed in Prepare', async () => {
    await fixture.start();
    const project = aConversion('9', '900003');
    await fixture.prepare.publish(approval(project));
    expect((await fixture.answered(1)).map(inShort)).toEqual(['rejected 900003 attempt 1']);
    await fixture.register.publish(aSchool('900003'));
    await fixture.prepare.publish(approval(project, 2));
    expect((await fixture.answered(2)).map(inShort)[1]).toBe('created 900003 attempt 2');
    expect(await fixture.ask('select attempt, settled from rejected_handover')).toEqual([
      { attempt: 1, settled: 'taken_over' },
    ]);
  });

  it('has nothing to look at any more of a school that a later attempt leaves out', async () => {
    await fixture.start();
    await fixture.prepare.publish(approval(aTransfer('15', ['910001', '900002'])));
    await fixture.answered(2);
    await fixture.prepare.publish(approval(aTransfer('15', ['910001', '910002']), 2));
    await fixture.answered(4);
    expect(await fixture.ask('select urn, attempt, settled from rejected_handover')).toEqual([
      { urn: '900002', attempt: 1, settled: 'handed_over_again' },
    ]);
  });

  it('makes a project again that its database lost, while it ran, to a restore', async () => {
    await fixture.start();
    await fixture.prepare.publish(approval(aConversion('17', '900001')));
    await fixture.answered(1);
    await fixture.orm.em.fork().transactional(async (em) => {
      await em.execute('delete from project');
      await em.execute('delete from inbox');
      await em.execute(`
        update consumer_position set next_offset = next_offset - 1, last_offset = null
         where consumer_group = 'handover' and next_offset > 0`);
    });
    await fixture.prepare.publish(approval(aConversion('18', '900002')));
    await eventually(async () =>
      expect((await fixture.projects()).map(({ prepareId }) => prepareId).sort()).toEqual(['17', '18']),
    );
  });

  it('hears how the services are doing, its own database too', async () => {
    await fixture.start();
    const heard = () => lastWords(sqlOf(fixture.orm.em.fork()), servicesHeard);
    await eventually(async () =>
      expect((await heard()).find(({ source }) => source === 'complete')?.counts).toEqual({
        parked_keys: 0,
        rejected_handovers: 0,
        mails_not_sent: 0,
      }),
    );
  });

  it('never rejects because its copy of the register is behind', async () => {
    // Approvals are there first; the copy of the register starts empty, together with the consumer of approvals.
    await fixture.prepare.publish(approval(aConversion('10', '900500')), approval(aTransfer('11', ['910500'])));
    await fixture.register.publish(...Array.from({ length: 600 }, (_, index) => aSchool(String(920_000 + index))));
    await fixture.register.publish(aSchool('900500'), aSchool('910500'));
    await fixture.start();
    expect((await fixture.answered(2)).map(inShort).sort()).toEqual([
      'created 900500 attempt 1',
      'created 910500 attempt 1',
    ]);
  });

  it('passes an academy order date on, with who set it in the history, also one that follows at once', async () => {
    await fixture.start();
    const project = aConversion('12', '900001', { academyOrderDate: null });
    const set = newEvent(AcademyOrderDateSet, {
      key: '12',
      subject: '12',
      value: { project, date: '2026-11-09', by: { email: 'rowan.ashby@education.gov.uk', name: 'Rowan Ashby' } },
    });
    await fixture.prepare.publish(approval(project), set);
    expect((await fixture.answered(2)).map(inShort)[0]).toBe('created 900001 attempt 1');
    expect((await fixture.projects())[0]?.academyOrderDate).toBe('2026-11-09');
    expect(
      await fixture.orm.em.fork().find(HistoryRow, {}, { fields: ['what', 'before', 'after', 'byName'] }),
    ).toMatchObject([{ what: 'Academy order date', before: null, after: '2026-11-09', byName: 'Rowan Ashby' }]);
  });

  it('keeps what a corrected decision names with every project of it, also where that follows at once', async () => {
    await fixture.start();
    const project = aTransfer('19', ['910001', '910002']);
    const { incomingTrust, outgoingTrustUkprn } = project;
    const by = { email: 'sunny.mendwell@education.gov.uk', name: 'Sunny Mendwell' };
    const [reason, at] = ['The minutes name another', '2026-10-19T09:00:00.000Z'];
    const right = { ukprn: '19000055', trn: null, name: null };
    const corrected = {
      ...project,
      incomingTrust: right,
      trustCorrections: [{ incomingTrust, outgoingTrustUkprn, reason, by, at }],
    };
    await fixture.prepare.publish(
      approval(project),
      newEvent(DecisionCorrected, { key: '19', subject: '19', value: { project: corrected, by } }),
    );
    await fixture.answered(2);
    await eventually(async () =>
      expect(await fixture.ask(`select prepared_case -> 'corrected' as corrected from project`)).toEqual(
        Array(2).fill({ corrected: { incomingTrust: right, outgoingTrustUkprn, reason, by, at } }),
      ),
    );
    expect((await fixture.projects()).map((one) => one.incomingTrust)).toEqual([incomingTrust, incomingTrust]);
  });

  it('says that an unreadable approval is held up, and what became of it when it is given up', async () => {
    await fixture.start();
    const broken = '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a13';
    await fixture.prepare.publishBroken(broken, '13', ProjectApproved.type, '{"project": "nonsense"}');
    await fixture.prepare.publish(approval(aConversion('13', '900001')), approval(aConversion('14', '900002')));
    const answers = await fixture.answered(3);
    expect(answers.map(inShort).sort()).toEqual(['created 900002 attempt 1', 'held-up', 'held-up 900001 attempt 1']);
    expect(answers.find((answer) => inShort(answer) === 'held-up')?.value).toMatchObject({ approval: broken });
    const letters = deadLetters(fixture.orm.em.fork());
    await letters.discard('13', 'Sent by mistake', 'sunny.mendwell@education.gov.uk');
    const later = await fixture.answered(5);
    expect(later.slice(3).map(inShort).sort()).toEqual(['created 900001 attempt 1', 'discarded']);
    expect(later.find(({ type }) => type.includes('discarded'))?.value).toMatchObject({
      note: 'Sent by mistake',
      approval: broken,
    });
    await eventually(async () => expect(await letters.list()).toEqual([]));
  });
});
