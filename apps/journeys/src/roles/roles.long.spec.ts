import { personas, visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { type Browser, startWithBrowser } from '@academies/testing/browser';
import { startSystem, type System } from '@academies/testing/system';
import { approvedProject } from '../watching/approved-project.ts';
import type { Journey } from './step.ts';
import { steps } from './steps.table.ts';
import { type Manner, type Visits, visits } from './visits.ts';

let system: System;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await startWithBrowser(() => startSystem({ RATE_LIMIT_EXPORTS: '1000000' }));
  // Complete knows whom it may mail and assign to once they have signed in.
  for (const who of ['teamLeader', 'caseworker'] as const) await visitor(system.at('complete')).signIn(personas[who]);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

const eMails = async () =>
  (await fetch(`${system.at('identity')}/e-mails`, { headers: { accept: 'text/html' } })).text();

describe.each<{ kind: Journey['kind']; prepareId: string; academyUrn: string; manner: Manner }>([
  { kind: 'conversion', prepareId: '1002', academyUrn: '904501', manner: 'by keyboard alone' },
  { kind: 'transfer', prepareId: '1026', academyUrn: '904502', manner: 'without JavaScript' },
])('A $kind, from the approval to the file, $manner', ({ kind, prepareId, academyUrn, manner }) => {
  let journey: Journey;
  let everybody: Visits;
  /** A step that fails leaves nothing for the next to do. */
  let goesOn = true;

  it('arrives in Complete when a delivery officer has approved it', async () => {
    const project = await approvedProject(system, prepareId);
    const { school_urn: urn = '' } = await project.row();
    journey = { kind, project, urn, academyUrn };
    everybody = visits(browser, manner);
    expect(await project.events()).toEqual(['complete.project.created.v1']);
  });

  it.each(steps)('$promise', async ({ who, at, walk, event, cells, mails }) => {
    expect(goesOn).toBe(true);
    goesOn = false;
    const { project } = journey;
    await everybody.as(who, `${system.at(at)}/`, (present) => walk(present, journey));
    await eventually(async () => expect(await project.row()).toMatchObject(cells(journey)), { every: 100 });
    await project.hasArrived();
    expect((await project.events()).at(-1)).toBe(event);
    if (mails)
      await eventually(async () => {
        const text = await eMails();
        expect(text).toContain(project.address);
        expect(text).toContain(personas[mails].email);
      });
    goesOn = true;
  });
});
