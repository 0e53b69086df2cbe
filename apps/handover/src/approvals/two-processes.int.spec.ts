import { eventually } from '@academies/testing';
import type { Running } from '@academies/web';
import { type HandoverService, aHandoverService, inShort } from '../fixtures/test-service.spec.ts';
import { aConversion, approval, aSchool, theTrusts } from '../fixtures/prepare-side.spec.ts';

interface Health {
  readonly details?: unknown;
}

/** Waits until a process has its share of the partitions. */
const hasJoined = ({ url }: Running) =>
  eventually(async () => {
    const report = JSON.stringify((await (await fetch(`${url}/health/ready`)).json()) as Health);
    return report.includes('"group":"handover"') && !report.includes('"hasJoined":false');
  });

describe('Two Handovers on one database', () => {
  let fixture: HandoverService;
  const urns = Array.from({ length: 40 }, (_, index) => String(900_001 + index));
  beforeAll(async () => {
    fixture = await aHandoverService();
    await fixture.register.publish(...theTrusts, ...urns.map((urn) => aSchool(urn)));
    await Promise.all((await Promise.all([fixture.start(), fixture.start()])).map(hasJoined));
  });
  afterAll(() => fixture.stop());

  it('make one project of two approvals of one school at the same moment, and reject the other', async () => {
    await fixture.prepare.publish(
      ...urns.map((urn, index) => approval(aConversion(String(1001 + index), urn))),
      ...urns.map((urn, index) => approval(aConversion(String(2001 + index), urn))),
    );
    const answers = (await fixture.answered(80)).map(inShort);
    for (const urn of urns)
      expect(answers.filter((answer) => answer.includes(urn)).sort()).toEqual([
        `created ${urn} attempt 1`,
        `rejected ${urn} attempt 1`,
      ]);
    expect(await fixture.projects()).toHaveLength(40);
  });

  it('reject for the rule, not for a failure: nothing is parked', async () =>
    expect(await fixture.ask('select code, message from dead_letter')).toEqual([]));

  it('make nothing twice when one dies after the commit and everything is delivered again', async () => {
    await fixture.ask(`delete from consumer_position where consumer_group = 'handover'`);
    await (await fixture.start()).stop();
    await eventually(async () => {
      const [read] = await fixture.ask<{ read: number }>(
        `select coalesce(sum(next_offset), 0)::int as read from consumer_position where consumer_group = 'handover'`,
      );
      expect(read?.read).toBe(80);
    });
    expect(await fixture.projects()).toHaveLength(40);
    expect(await fixture.answers()).toHaveLength(80);
  });

  it('is what the database itself promises, too', async () => {
    const [project] = await fixture.projects();
    const again = { ...project, id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11', prepareId: '3001' };
    const insert = fixture.ask(`insert into project (id, document, prepared_case) values (?, ?, '{}')`, [
      again.id,
      JSON.stringify(again),
    ]);
    await expect(insert).rejects.toThrow('project_one_living');
  });
});
