import { personas, visitor, type Visitor } from '@academies/identity';
import { eventually, type FieldTold, type TaskTold, tasksTold } from '@academies/testing';
import { startSystem, type System } from '@academies/testing/system';
import { type ApprovedProject, approvedProject, type Row } from '../watching/approved-project.ts';
import { valuesFor } from './typed-values.ts';

type Kind = TaskTold['kind'];
const contact = { id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11', name: 'Petra Lindley' };
const starred = tasksTold().flatMap((task) =>
  task.fields.filter((f) => f.feedsReport).map((field) => ({ task, field })),
);

let system: System;
let officer: Visitor;
const projects = {} as Record<Kind, ApprovedProject>;
const took: number[] = [];
/** Where each field has arrived. */
const arrivedIn: Record<string, string> = {};

/** A project of each kind is approved, and an officer who takes it over runs it. */
beforeAll(async () => {
  system = await startSystem({ RATE_LIMIT_EXPORTS: '1000000' });
  officer = visitor(system.at('complete'));
  await officer.signIn(personas.regionalDeliveryOfficer);
  for (const [kind, prepareId] of [
    ['conversion', '1002'],
    ['transfer', '1026'],
  ] as const) {
    const project = await approvedProject(system, prepareId);
    const link = 'https://educationgovuk.sharepoint.com/sites/one';
    const details = { school_link: link, incoming_trust_link: link, outgoing_trust_link: link };
    const answers = { with_casework: 'no', two_requires_improvement: 'no', comments: '', ...details };
    await send(project, 'handover/details', answers);
    const form = `contacts/${contact.id}/details?who=someone_else`;
    await send(project, form, { category: 'school', name: contact.name, role: 'Headteacher', email: 'p@l.example' });
    projects[kind] = project;
  }
});
afterAll(async () => {
  await system?.stop();
  took.sort((a, b) => a - b);
  const half = took[Math.floor(took.length / 2)];
  console.log(
    `${took.length} values arrived in the file; half of them within ${half} ms, all within ${took.at(-1)} ms`,
  );
});

async function send({ id }: ApprovedProject, page: string, typed: Record<string, string>): Promise<void> {
  const { status, url } = await officer.post(`/projects/${id}/${page}`, typed, { follow: false });
  if (status !== 303) throw new Error(`${url} answers ${status} to ${JSON.stringify(typed)}`);
}

/** What else has to be said for a field to count: the choice that asks for it, and the other boxes of its task. */
function beside({ fields }: TaskTold, { name, when, of }: FieldTold): Record<string, string> {
  const asking = fields.find(({ choices }) => when && choices.includes(when));
  const boxes = fields.filter(
    (other) => of === 'tick' && other.of === 'tick' && other.feedsReport && other.name !== name,
  );
  return Object.fromEntries([...(asking ? [[asking.name, when!]] : []), ...boxes.map((box) => [box.name, 'yes'])]);
}

const changedIn = (before: Row, now: Row) => Object.keys(now).filter((column) => now[column] !== before[column]);

describe('A field that reports need, typed on the page of its task by the assigned person', () => {
  it.each(starred.map(({ task, field }) => [task.kind, task.name, field.name, { task, field }] as const))(
    'arrives in the file, and is gone again when it is cleared: %s %s %s',
    async (kind, name, _, { task, field }) => {
      const project = projects[kind];
      const page = `tasks/${name}`;
      await send(project, page, beside(task, field));
      await project.hasArrived();
      const before = await project.row();

      for (const { typed, says } of valuesFor(field, contact)) {
        await send(project, page, { ...beside(task, field), ...typed });
        const sent = performance.now();
        const columns = await eventually(async () => {
          const now = await project.row();
          const changed = changedIn(before, now);
          expect(changed.filter((column) => says.test(now[column]!))).not.toEqual([]);
          return changed;
        });
        took.push(Math.round(performance.now() - sent));
        arrivedIn[`${kind} ${name} ${field.name}`] = columns.join(', ');
      }

      if (field.of === 'month') return expect(send(project, page, {})).rejects.toThrow('400'); // a date is confirmed once
      await send(project, page, beside(task, field));
      await eventually(async () => expect(changedIn(before, await project.row())).toEqual([]));
    },
  );

  it('has a column of its own', () => expect(arrivedIn).toMatchSnapshot());
});
