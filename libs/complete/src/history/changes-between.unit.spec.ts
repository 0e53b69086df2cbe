import type { Contact } from '@academies/contracts';
import { anActiveProject, answered, caseworker } from '../fixtures.spec.ts';
import { changesBetween } from './changes-between.ts';

const petra: Contact = {
  id: '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11',
  category: 'school',
  name: 'Petra Lindley',
  role: 'Headteacher',
  organisation: null,
  email: 'petra@larkmere.example',
  phone: null,
  primary: false,
};
const project = anActiveProject();
const to = (facts: Partial<typeof project>) => changesBetween(project, { ...project, ...facts });

describe('What changed in a project', () => {
  it('is nothing when nothing did', () => expect(to({})).toEqual([]));

  it.each([
    ['who has it', { assignedTo: caseworker }, 'people', 'Assigned to'],
    ['a hold', { onHold: { since: '2026-10-20', reason: 'The lease' } }, 'state', 'On hold'],
    ['a confirmed date', { dateConfirmed: true }, 'dates', 'Date'],
    ['2RI', { twoRequiresImprovement: true }, 'about', 'Two requires improvement (2RI)'],
    ['the academy URN', { academyUrn: '900999' }, 'about', 'Academy URN'],
  ])('names %s', (_, facts, kind, what) => expect(to(facts)).toEqual([expect.objectContaining({ kind, what })]));

  it('says answers to tasks in words, old and new', () => {
    const before = { ...project, tasks: { risk_protection_arrangement: answered({ option: 'standard' }) } };
    const after = {
      ...project,
      tasks: { risk_protection_arrangement: answered({ option: 'commercial', reason: 'A boat' }) },
    };
    expect(changesBetween(before, after)).toEqual([
      {
        kind: 'tasks',
        what: "Confirm the academy's risk protection arrangements: Which cover will the academy have?",
        before: 'Standard risk protection arrangement',
        after: 'Commercial insurance',
      },
      expect.objectContaining({ before: null, after: 'A boat' }),
    ]);
  });

  it('names contacts that came, changed or went, and the task that names one', () => {
    const withPetra = { ...project, contacts: [petra], keyContacts: { headteacher: petra.id } };
    const said = 'Petra Lindley, Headteacher, School or academy, petra@larkmere.example';
    expect(changesBetween(project, withPetra)).toEqual([
      expect.objectContaining({ kind: 'tasks', before: null, after: 'Petra Lindley' }),
      { kind: 'contacts', what: 'Contact Petra Lindley', before: null, after: said },
    ]);
    expect(
      changesBetween({ ...project, contacts: [petra] }, { ...project, contacts: [{ ...petra, primary: true }] }),
    ).toEqual([{ kind: 'contacts', what: 'Contact Petra Lindley: primary contact', before: 'No', after: 'Yes' }]);
    expect(changesBetween({ ...project, contacts: [petra] }, project)).toEqual([
      { kind: 'contacts', what: 'Contact Petra Lindley', before: said, after: null },
    ]);
  });
});
