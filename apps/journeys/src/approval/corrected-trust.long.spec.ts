import { personas, visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { ask, startSystem, type System } from '@academies/testing/system';
import { approvedProject } from '../watching/approved-project.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ RATE_LIMIT_EXPORTS: '1000000' });
});
afterAll(() => system?.stop());

const every = { every: 100 };
const link = 'https://educationgovuk.sharepoint.com/sites/one';

describe('A decision that named a wrong trust', () => {
  it('is corrected in Prepare, then in Complete; Prepare shows it, and every file has the right trust', async () => {
    const project = await approvedProject(system, '1001');
    const [inPrepare, inComplete] = [`/projects/${project.prepareId}`, `/projects/${project.id}`];
    const { incoming_trust_ukprn: wrong = '' } = await project.row();
    const [right] = await ask<{ ukprn: string; name: string }>(
      system.databases.prepare.url,
      `select ukprn, name from register_trust
        where status = 'Open' and trn is not null and ukprn is not null and ukprn <> $1 order by ukprn limit 1`,
      [wrong],
    );
    const { ukprn = '', name = '' } = right ?? {};

    const officer = visitor(system.at('complete'));
    await officer.signIn(personas.serviceSupport);
    await officer.post(`${inComplete}/handover/details`, {
      with_casework: 'yes',
      comments: 'As agreed',
      two_requires_improvement: 'no',
      school_link: link,
      incoming_trust_link: link,
      outgoing_trust_link: link,
    });
    expect((await officer.get(`${inComplete}/about/trusts`)).text).toContain('has to be corrected in Prepare first');

    const support = visitor(system.at('prepare'));
    await support.signIn(personas.serviceSupport);
    const reason = 'The minutes of the board name the other trust.';
    const corrected = await support.post(`${inPrepare}/correct/incoming-trust`, {
      incomingTrust_search: ukprn,
      reason,
    });
    expect(corrected.text).toContain('The decision was corrected');
    expect(corrected.text).toContain('does not have the trusts of the corrected decision yet');
    await eventually(
      async () => expect((await officer.get(`${inComplete}/about/trusts`)).text).toContain(reason),
      every,
    );
    expect((await project.row())['incoming_trust_ukprn']).toBe(wrong);

    expect((await officer.post(`${inComplete}/about/trusts`, { reason })).text).toContain('The trusts were corrected');
    await eventually(
      async () => expect((await support.get(inPrepare)).text).toContain('Trusts corrected there'),
      every,
    );
    expect((await support.get(inPrepare)).text).not.toContain('does not have the trusts of the corrected decision');
    await eventually(
      async () => expect(await project.row()).toMatchObject({ incoming_trust_ukprn: ukprn, incoming_trust_name: name }),
      every,
    );
    await project.hasArrived();
    expect(await project.events()).toEqual([
      'complete.project.created.v1',
      'complete.project.handover-details-added.v1',
      'complete.project.changed.v1',
    ]);
  });
});
