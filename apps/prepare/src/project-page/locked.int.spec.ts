import { anExampleDecision, anUndecidedProject, type PreparedProject } from '@academies/contracts';
import type { Typed } from '@academies/forms';
import type { Visitor } from '@academies/identity';
import { routesOf } from '@academies/web';
import { noAnswers } from '../decisions/decision.ts';
import { corrected } from '../sections/corrected-decision/correction-pages.ts';
import type { Section } from '../sections/section.ts';
import { sections } from '../sections/sections.ts';
import { aPrepareService, type PrepareService } from '../fixtures/test-service.spec.ts';
import { transferFacts } from '../fixtures/test-database.spec.ts';

let fixture: PrepareService;
let officer: Visitor;
beforeAll(async () => {
  fixture = await aPrepareService();
  officer = await fixture.as('deliveryOfficer');
});
afterAll(() => fixture.stop());

type Facts = Partial<PreparedProject>;
const approved = { status: 'approved', attempts: 1, decision: anExampleDecision } as const;
const dara = { email: 'dara.officerly@education.gov.uk', name: 'Dara Officerly' };

/** Kinds of project that sections are about. */
const kinds = {
  conversion: {},
  'forming a MAT': { formingAMat: true, incomingTrust: { ukprn: null, trn: null, name: 'New' } },
  transfer: transferFacts,
} satisfies Record<string, Facts>;

/** A route that writes to a project, and an answer to it that succeeds while the project is unlocked. */
interface WritingRoute {
  readonly path: string;
  readonly body: Readonly<Record<string, string | string[]>>;
  readonly facts?: Facts;
  readonly address?: string;
  /** What must be there first, locked or not. */
  readonly first?: (id: string) => Promise<unknown>;
  /** It is open only after Complete rejected the project. */
  readonly afterRejection?: true;
}

const day = (name: string, text: string) => ({
  [`${name}-day`]: text.slice(8),
  [`${name}-month`]: text.slice(5, 7),
  [`${name}-year`]: text.slice(0, 4),
});
const month = (text: string) => ({ 'date-month': text.slice(5), 'date-year': text.slice(0, 4) });
const declined = {
  ...noAnswers,
  outcome: 'declined',
  decidedBy: 'minister',
  deciderName: 'Imogen Vale',
  date: '2026-10-01',
  reasons: [{ reason: 'finance', detail: 'The deficit' }],
};
const dialogues: readonly WritingRoute[] = [
  { path: 'decision/outcome', body: { outcome: 'declined' } },
  { path: 'decision/decided-by', body: { decidedBy: 'minister' } },
  { path: 'decision/confirmations', body: { confirmations: ['minister_approved', 'letter_sent', 'letter_saved'] } },
  { path: 'decision/conditions', body: { conditions: 'The land is agreed' } },
  { path: 'decision/reasons', body: { reasons: 'finance', reasons_finance_detail: 'The deficit' } },
  { path: 'decision/name', body: { deciderName: 'Imogen Vale' } },
  { path: 'decision/date', body: day('date', '2026-10-01') },
  { path: 'decision/academy-order-date', body: day('academyOrderDate', '2026-10-02') },
  {
    path: 'decision/check',
    body: {},
    first: (id) =>
      fixture.database.all(`insert into dialogue_draft values ('decision', ?, ?, ?::jsonb, now())`, [
        ...[id, dara.email, JSON.stringify(declined)],
      ]),
  },
  { path: 'hand-over', body: {}, facts: approved, afterRejection: true },
  {
    path: 'academies/:urn/remove',
    address: 'academies/900201/remove',
    body: {},
    facts: { ...transferFacts, ...approved },
    afterRejection: true,
  },
  { path: 'proposed-date', body: month('2028-01'), facts: { proposedDate: null } },
  {
    path: 'proposed-date/reasons',
    address: 'proposed-date/reasons?to=2028-01',
    body: { reasons: 'land', reasons_land_detail: 'The lease' },
  },
  { path: 'notes/new', body: { subject: 'Late', text: 'A note' } },
  { path: 'delete', body: {}, facts: { assignedTo: dara } },
];

/** The sample of a section, as its page would send it. */
const sampleOf = ({ form, sample }: Section): Typed =>
  Object.assign({}, ...Object.entries(form.fields).map(([name, field]) => field.write(sample[name], name))) as Typed;

/** A section is written on a project of a kind that has it, where its sample changes something. */
const ofSections = sections
  .filter(({ neverLocked }) => !neverLocked)
  .map((section): WritingRoute => {
    const { name, applies } = section;
    const facts = Object.values<Facts>(kinds).find((kind) => applies({ ...anUndecidedProject, ...kind }));
    return {
      path: name,
      body: sampleOf(section),
      facts: { ...facts, ...(name === 'outgoing-trust' && { outgoingTrustUkprn: null }) },
    };
  });
const routes = [...ofSections, ...dialogues];

/** All that a write could change: the project, what is queued of it, and what was answered about it. */
const seen = (id: string) =>
  fixture.database.all(
    `select version, state, (select count(*)::int from outbox where key = project.id) as events,
            (select count(*)::int from dialogue_draft where subject = project.id) as drafts
       from project where id = ?`,
    [id],
  );

/** A project whose schools no other project has, ready for a route. */
async function aProjectFor({ facts, first, afterRejection }: WritingRoute): Promise<string> {
  await fixture.database.all(`update project set state = state || '{"deleted": true}'`);
  const id = await fixture.database.have(facts);
  if (afterRejection) await handedOver(id);
  await first?.(id);
  return id;
}

const handedOver = (id: string) =>
  fixture.database.all(
    `insert into handover_attempt
     select id, 1, array(select urn from project_academy where project_id = id), 'Somebody', now() from project where id = ?`,
    [id],
  );
const rejected = (id: string) =>
  fixture.database.all(
    `insert into handover_answer values (gen_random_uuid(), ?, 1, null, 'rejected', '[]'::jsonb, now())`,
    [id],
  );
const lock = async (id: string) => {
  await fixture.database.all(`update project set state = state || ?::jsonb where id = ?`, [
    ...[JSON.stringify(approved), id],
  ]);
  await handedOver(id);
};

describe('A project that was handed over', () => {
  it('is written to by these routes, and no lock holds the academy order date', () => {
    const writing = routesOf(fixture.service.app)
      .filter(({ method, path }) => method === 'POST' && path.startsWith('/projects/:project'))
      .map(({ path }) => path.replace('/projects/:project/', ''));
    // What service support corrects after the handover is shut before it: sections/corrected-decision.
    const afterwards = corrected.map(({ name }) => `correct/${name}`);
    expect(writing.sort()).toEqual([...routes.map(({ path }) => path), ...afterwards, 'academy-order-date'].sort());
  });

  it.each(routes.map((route) => [route.path, route] as const))('is locked on %s', async (path, route) => {
    const send = (id: string, from = `/projects/${id}/${route.address ?? path}`) =>
      officer.post(`/projects/${id}/${route.address ?? path}`, route.body, { from });
    const open = await aProjectFor(route);
    if (route.afterRejection) await rejected(open);
    const before = await seen(open);
    const { status, text } = await send(open);
    expect([status, text.includes('There is a problem')]).toEqual([200, false]);
    expect(await seen(open)).not.toEqual(before);

    const locked = await aProjectFor(route);
    if (!route.afterRejection) await lock(locked);
    const asItWas = await seen(locked);
    const refusal = await send(locked, '/conversions');
    expect(refusal.status).toBe(409);
    // What was written is not lost with it.
    for (const words of Object.values(route.body)
      .flat()
      .filter((text) => text.includes(' ')))
      expect(refusal.text).toContain(words);
    expect(await seen(locked)).toEqual(asItWas);
  });

  it('says so in plain words', async () => {
    const id = await fixture.database.have();
    await lock(id);
    const answer = await officer.post(
      `/projects/${id}/assigned-to`,
      { assignedTo: 'nobody' },
      { from: '/conversions' },
    );
    expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('has been handed over to Complete')]);
  });

  it('still takes the academy order date of a voluntary conversion', async () => {
    const id = await fixture.database.have();
    await lock(id);
    const section = sections.find(({ neverLocked }) => neverLocked) as Section;
    const answer = await officer.post(`/projects/${id}/academy-order-date`, sampleOf(section));
    expect(answer.text).toContain('Academy order date saved');
    expect(
      await fixture.database.all(
        `select value from (select payload::jsonb ->> 'date' as value from outbox where key = ? order by id desc limit 1) as last`,
        [id],
      ),
    ).toEqual([{ value: '2026-10-05' }]);
  });
});
