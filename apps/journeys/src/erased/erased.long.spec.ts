import { hiddenIn, personas, visitor, type Visitor } from '@academies/identity';
import { eventually } from '@academies/testing';
import { ask, startSystem, type System } from '@academies/testing/system';
import { v7 } from 'uuid';
import { approvedProject, type ApprovedProject } from '../watching/approved-project.ts';
import { partitionsNaming, tablesNaming } from './places.ts';

const every = { every: 100 };
const who = /petronella[ .+]quillfeather|petronella%20quillfeather|7700 ?900 ?982/i;
const contact = {
  category: 'school',
  name: 'Petronella Quillfeather',
  role: 'Business manager',
  email: 'petronella.quillfeather@brightwater.example',
  phone: '07700 900982',
};

let system: System;
let project: ApprovedProject;
let [complete, prepare, reporting]: Visitor[] = [];
beforeAll(async () => {
  system = await startSystem({ RATE_LIMIT_EXPORTS: '1000000' });
  project = await approvedProject(system, '1001');
  const [one, two, three] = (['complete', 'prepare', 'reporting'] as const).map((name) => visitor(system.at(name)));
  [complete, prepare, reporting] = [one, two, three] as [Visitor, Visitor, Visitor];
  for (const each of [complete, prepare, reporting]) await each?.signIn(personas.serviceSupport);
});
afterAll(() => system?.stop());

const at = (name: 'complete' | 'prepare' | 'reporting') => ({ complete, prepare, reporting })[name] as Visitor;

/** Files of today and of the past, whole. */
const files = async () => {
  const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
  const paths = ['', `&as_at=${today}`, '&as_at=900', '&since=0', '&formulas=plain'];
  const answers = await Promise.all(
    paths.map((more) => at('reporting').get(`/exports/all-data.csv?headings=names&bom=no${more}`)),
  );
  return answers.map(({ text, status, headers }) => ({ text, status, position: headers.get('x-journal-position') }));
};

/** A person outside, and everywhere where one can be named. */
async function nameThem() {
  const inComplete = `/projects/${project.id}`;
  const link = 'https://educationgovuk.sharepoint.com/sites/one';
  await at('complete').post(`${inComplete}/handover/details`, {
    with_casework: 'yes',
    comments: 'Petronella Quillfeather knows of it',
    two_requires_improvement: 'no',
    school_link: link,
    incoming_trust_link: link,
  });
  await at('complete').post(`${inComplete}/contacts/${v7()}/details`, contact);
  await at('complete').post(`${inComplete}/notes/${v7()}/write`, {
    text: 'Petronella Quillfeather rang from 07700 900982.\nMs Petronella Quillfeather agrees; so does Ann Quill.',
  });
  // Another decision stays a draft at its third page.
  const step = (name: string, fields: Record<string, string>) =>
    at('prepare').post(`/projects/1002/decision/${name}`, fields);
  await step('outcome', { outcome: 'approved' });
  await step('decided-by', { decidedBy: 'regional_director' });
  await step('name', { deciderName: 'Petronella Quillfeather' });
  await at('prepare').post('/projects/1002/notes/new', {
    subject: 'Call',
    text: 'Petronella Quillfeather wants it in April.',
  });
  await at('reporting').post('/exports/own/save?search=Petronella+Quillfeather', {
    name: 'About petronella.quillfeather@brightwater.example',
  });
  await at('reporting').post('/exports/all-data/feedback', {
    answer: 'good',
    words: 'Petronella Quillfeather likes it',
  });
  await ask(
    system.databases.complete.url,
    `insert into dead_letter (consumer_group, ordering_key, key, topic, partition, message_offset, event_id, headers, raw_value, kind, code, message)
     values ('handover', 'project 88', '88', 'prepare.projects', 1, 5, $1, '{}', $2, 'permanent', 'MESSAGE.WRONG_VALUE', 'Of petronella.quillfeather@brightwater.example')`,
    [v7(), Buffer.from(JSON.stringify({ contact }))],
  );
  await project.hasArrived();
}

/** Presses "Take the name out" for every text that a service shows. */
async function judge(service: 'complete' | 'prepare' | 'reporting', erasure: string): Promise<number> {
  const page = `/service-support/erased/${erasure}/texts`;
  for (let judged = 0; ; judged++) {
    const text = hiddenIn((await at(service).get(page)).text, 'text');
    if (!text) return judged;
    await at(service).post(page, { text, action: 'take-out' });
  }
}

describe('A person who is erased', () => {
  let erasure: string;
  let before: Awaited<ReturnType<typeof files>>;

  it('was everywhere', async () => {
    await nameThem();
    before = await files();
    expect(JSON.stringify(await project.row())).toMatch(who);
    expect(await tablesNaming(system, who)).toEqual(
      expect.arrayContaining([
        ...['project', 'note', 'history', 'handover_details', 'dead_letter'].map((name) => `complete.public.${name}`),
        ...['dialogue_draft', 'project', 'complete_project'].map((name) => `prepare.public.${name}`),
        ...['journal', 'saved_choice', 'choice_version', 'feedback'].map((name) => `reporting.public.${name}`),
        expect.stringMatching(/^reporting\.model_\w+\.row_change$/),
      ]),
    );
    expect(await partitionsNaming(system, who)).not.toEqual([]);
  });

  it('is looked for, and gone when service support has confirmed it and judged the texts', async () => {
    const asked = await at('complete').post('/service-support/erase/ask', {
      names: 'Petronella Quillfeather',
      emails: contact.email,
      phones: contact.phone,
      reference: 'Request 12',
    });
    expect(asked.text).toContain('Every service is looking for this person');
    const page = new URL(asked.url).pathname;
    erasure = page.split('/').at(-1) as string;
    const overview = async () => (await at('complete').get(page)).text;
    await eventually(async () => expect(await overview()).toContain('Erase this person'), every);
    expect((await at('complete').post(page)).text).toContain('Every service is erasing this person');
    const erased = async () =>
      eventually(async () => expect((await overview()).match(/data-label="State">Erased/g)).toHaveLength(3), every);
    await erased();
    let judged = 0;
    await eventually(async () => {
      for (const service of ['complete', 'prepare', 'reporting'] as const) judged += await judge(service, erasure);
      expect(await overview()).not.toContain('to judge');
      expect(await tablesNaming(system, who)).toEqual([]);
    }, every);
    expect(judged).toBeGreaterThan(1);
  });

  it('is in no file, as at no date, and the rows of others have the same bytes', async () => {
    const after = await files();
    for (const { text } of after) expect(text).not.toMatch(who);
    const others = (text: string) =>
      text.split('\r\n').filter((line) => !line.startsWith('1001/') && !line.startsWith('1002/'));
    for (const [index, { text, status }] of before.entries()) {
      expect([status, after[index]?.status]).toEqual([200, 200]);
      if (index < 3) expect(others(after[index]?.text ?? '').slice(0, -1)).toEqual(others(text).slice(0, -1));
    }
  });

  it('does not come back when every topic is read again from its beginning', async () => {
    const { reporting: service } = system.services;
    await service.stop('SIGTERM');
    const url = system.databases.reporting.url;
    for (const { schema } of await ask<{ schema: string }>(
      url,
      `select nspname as schema from pg_namespace where nspname like 'model\\_%'`,
    ))
      await ask(url, `drop schema ${schema} cascade`);
    await ask(url, 'truncate journal, read_model, inbox, consumer_position, seen_sequence, received_watermark cascade');
    service.start();
    await eventually(async () => expect((await project.row())['complete_state']).toBe('active'), every);
    await project.hasArrived();
    expect(await tablesNaming(system, who)).toEqual([]);
    expect((await files())[0]?.text).not.toMatch(who);
  });

  it('is in no partition once the older records were deleted', async () => {
    const page = `/service-support/erase/${erasure}`;
    const asked = await at('complete').post(`${page}/records`, {}, { from: page });
    expect(asked.text).toContain('The older records are being deleted');
    await eventually(
      async () => expect((await at('complete').get(page)).text).toContain('no reader gets them any more'),
      every,
    );
    expect(await partitionsNaming(system, who)).toEqual([]);
    expect(await tablesNaming(system, who)).toEqual([]);
  });
});
