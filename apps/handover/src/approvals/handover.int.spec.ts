import { jest } from '@jest/globals';
import { AcademyOrderDateSet, outgoing, PreparedProjectRepublished, ProjectApproved } from '@academies/contracts';
import { deadLetters } from '@academies/messaging';
import { eventually } from '@academies/testing';
import { type Ground, handoverGround, inShort } from '../testing-ground/ground.spec.ts';
import { aConversion, approval, aSchool, aTransfer, theTrusts } from '../testing-ground/prepare-side.spec.ts';

// Real parts take longer on a busy machine.
jest.setTimeout(60_000);

let ground: Ground;
beforeEach(async () => {
  ground = await handoverGround();
  await ground.register.publish(
    ...theTrusts,
    aSchool('900001'),
    aSchool('900002'),
    aSchool('910001'),
    aSchool('910002'),
  );
}, 60_000);
afterEach(() => ground.stop(), 30_000);

describe('Handover', () => {
  it('makes one project of one approval, and answers it once', async () => {
    await ground.start();
    await ground.prepare.publish(approval(aConversion('1', '900001')));
    expect((await ground.answered(1)).map(inShort)).toEqual(['created 900001 attempt 1']);
    const [project] = await ground.projects();
    expect(project).toMatchObject({ urn: '900001', prepareId: '1', state: 'inactive', region: 'london' });
    expect(await ground.ask('select email, may_sign_in from person')).toEqual([
      { email: project?.createdBy.email, may_sign_in: false },
    ]);
  });

  it('judges each academy of a transfer on its own, and one broken rule blocks nothing behind it', async () => {
    await ground.start();
    await ground.prepare.publish(
      approval(aTransfer('2', ['910001', '900002', '910002'], { group: 'GRP_00000001' })),
      approval(aConversion('3', '900001')),
    );
    expect((await ground.answered(4)).map(inShort).sort()).toEqual([
      'created 900001 attempt 1',
      'created 910001 attempt 1',
      'created 910002 attempt 1',
      'rejected 900002 attempt 1',
    ]);
    expect(await ground.ask('select reference from project_group')).toEqual([{ reference: 'GRP_00000001' }]);
    expect(await ground.ask('select prepare_id, urn, attempt, settled from rejected_handover')).toEqual([
      { prepare_id: '2', urn: '900002', attempt: 1, settled: null },
    ]);
  });

  it('says every reason of a rejection, and makes nothing for it', async () => {
    await ground.start();
    await ground.prepare.publish(approval(aConversion('4', '910001', { assignedTo: null, proposedDate: null })));
    const [answer] = await ground.answered(1);
    expect(answer?.subject).toBe('4/910001');
    expect(answer?.value.reasons?.map(({ rule }) => rule)).toEqual([
      'school-suits-kind',
      'provisional-date-is-first-of-month',
      'creator-is-known',
    ]);
    expect(await ground.projects()).toEqual([]);
  });

  it('makes nothing twice when everything is sent again, or the state is republished', async () => {
    await ground.start();
    const project = aConversion('5', '900001');
    await ground.prepare.publish(approval(project), approval(aTransfer('6', ['910001'])));
    await ground.answered(2);
    await ground.prepare.sendAllAgain();
    await ground.prepare.publish(
      outgoing(PreparedProjectRepublished, { key: '5', subject: '5', value: { project } }),
      approval(aConversion('7', '900002')),
    );
    expect((await ground.answered(3)).map(inShort)).toHaveLength(3);
    expect(await ground.projects()).toHaveLength(3);
  });

  it('hands a corrected academy over again: it is created, the other is confirmed with its project', async () => {
    await ground.start();
    await ground.prepare.publish(approval(aTransfer('8', ['910001', '900002'])));
    await ground.answered(2);
    await ground.prepare.publish(approval(aTransfer('8', ['910001', '910002']), 2));
    const answers = await ground.answered(4);
    expect(answers.map(inShort)).toEqual([
      'created 910001 attempt 1',
      'rejected 900002 attempt 1',
      'confirmed 910001 attempt 2',
      'created 910002 attempt 2',
    ]);
    expect(answers[2]?.value.project?.id).toBe(answers[0]?.value.project?.id);
    expect(await ground.projects()).toHaveLength(2);
  });

  it('judges again what was rejected, though nothing changed in Prepare', async () => {
    await ground.start();
    const project = aConversion('9', '900003');
    await ground.prepare.publish(approval(project));
    expect((await ground.answered(1)).map(inShort)).toEqual(['rejected 900003 attempt 1']);
    await ground.register.publish(aSchool('900003'));
    await ground.prepare.publish(approval(project, 2));
    expect((await ground.answered(2)).map(inShort)[1]).toBe('created 900003 attempt 2');
    expect(await ground.ask('select attempt, settled from rejected_handover')).toEqual([
      { attempt: 1, settled: 'taken_over' },
    ]);
  });

  it('never rejects because its copy of the register is behind', async () => {
    // Approvals are there first; the copy of the register starts empty, together with the consumer of approvals.
    await ground.prepare.publish(approval(aConversion('10', '900500')), approval(aTransfer('11', ['910500'])));
    await ground.register.publish(...Array.from({ length: 600 }, (_, index) => aSchool(String(920_000 + index))));
    await ground.register.publish(aSchool('900500'), aSchool('910500'));
    await ground.start();
    expect((await ground.answered(2)).map(inShort).sort()).toEqual([
      'created 900500 attempt 1',
      'created 910500 attempt 1',
    ]);
  });

  it('passes an academy order date on, also one that follows at once', async () => {
    await ground.start();
    const project = aConversion('12', '900001', { academyOrderDate: null });
    const set = outgoing(AcademyOrderDateSet, {
      key: '12',
      subject: '12',
      value: { project, date: '2026-11-09', by: { email: 'rowan.ashby@education.gov.uk', name: 'Rowan Ashby' } },
    });
    await ground.prepare.publish(approval(project), set);
    expect((await ground.answered(2)).map(inShort)[0]).toBe('created 900001 attempt 1');
    expect((await ground.projects())[0]?.academyOrderDate).toBe('2026-11-09');
  });

  it('says that an unreadable approval is held up, and what became of it when it is given up', async () => {
    await ground.start();
    await ground.prepare.publishBroken('13', ProjectApproved.type, '{"project": "nonsense"}');
    await ground.prepare.publish(approval(aConversion('13', '900001')), approval(aConversion('14', '900002')));
    const answers = await ground.answered(3);
    expect(answers.map(inShort).sort()).toEqual(['created 900002 attempt 1', 'held-up', 'held-up 900001 attempt 1']);
    const letters = deadLetters(ground.orm.em.fork());
    await letters.discard('13', 'Sent by mistake', 'sunny.mendwell@education.gov.uk');
    const later = await ground.answered(5);
    expect(later.slice(3).map(inShort).sort()).toEqual(['created 900001 attempt 1', 'discarded']);
    expect(later.find(({ type }) => type.includes('discarded'))?.value).toMatchObject({ note: 'Sent by mistake' });
    await eventually(async () => expect(await letters.list()).toEqual([]));
  });
});
