import { hiddenIn, type Visitor } from '@academies/identity';
import { v7 } from 'uuid';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

let fixture: CompleteService;
let caseworker: Visitor;
let id: string;
const assignedTo = { email: 'casey.workwise@education.gov.uk', name: 'Casey Workwise' };
const path = (rest: string) => `/projects/${id}/contacts${rest}`;
const contacts = async () => (await fixture.projectOf(id))?.contacts ?? [];

/** Somebody is added as the pages lead: who it is, then the details. */
async function add(who: string, typed: Record<string, string>, query = '') {
  const { url } = await caseworker.post(path(`/add${query}`), { who });
  const form = url.slice(fixture.url.length);
  return { form, ...(await caseworker.post(form, typed)) };
}
const petra = {
  category: 'school',
  name: 'Ms Petra Lindley',
  role: 'Headteacher',
  organisation: 'Larkmere',
  primary: 'yes',
};

beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register({ urn: '900123' });
  caseworker = await fixture.as('caseworker');
});
beforeEach(async () => {
  await fixture.ask('update project set document = document || \'{"state": "deleted"}\'');
  ({ id } = await fixture.aProject({ state: 'active', team: 'regional_casework_services', assignedTo }));
});
afterAll(() => fixture?.stop());

describe('Contacts', () => {
  it('offer the headteacher as the register has them', async () => {
    const { url } = await caseworker.post(path('/add'), { who: 'headteacher' });
    const { text } = await caseworker.get(url.slice(fixture.url.length));
    expect(text).toContain('value="Ms Petra Lindley"');
    expect(text).toContain('value="Larkmere Primary School"');
  });

  it('are saved once, though the form is sent twice', async () => {
    const { form } = await add('headteacher', petra);
    expect((await caseworker.post(form, petra)).status).toBe(200);
    expect(await contacts()).toEqual([expect.objectContaining({ name: 'Ms Petra Lindley', primary: true })]);
    expect((await caseworker.get(path(''))).text).toContain('Ms Petra Lindley');
  });

  it('keep their mark while another is saved without one, and lose it to another that is saved with it', async () => {
    await add('headteacher', petra);
    const other = { ...petra, name: 'Bram Elmstow', role: 'Business manager', primary: '' };
    const { form } = await add('someone_else', other);
    expect((await contacts()).map(({ primary }) => primary)).toEqual([true, false]);
    const { text } = await caseworker.get(form);
    await caseworker.post(form, { ...other, primary: 'yes', shown: hiddenIn(text, 'shown') });
    expect((await contacts()).map(({ primary }) => primary)).toEqual([false, true]);
  });

  it('are added from a task that asks for one, which then names them', async () => {
    const { url } = await add('headteacher', petra, '?for=headteacher');
    expect(url).toMatch(/\/tasks\/headteacher$/);
    const [headteacher] = await contacts();
    expect((await fixture.projectOf(id))?.keyContacts).toEqual({ headteacher: headteacher?.id });
  });

  it('are named by a task only for who may save that task, while it can be saved', async () => {
    const leader = await fixture.as('teamLeader');
    const asked = (by: Visitor, task: string) => by.post(path(`/${v7()}/details?for=${task}`), petra);
    expect((await asked(leader, 'headteacher')).url).toMatch(/contacts$/);
    expect((await asked(caseworker, 'outgoing_trust_ceo')).url).toMatch(/contacts$/);
    await fixture.ask(`update project set document = document || '{"state": "completed"}' where id = ?`, [id]);
    await asked(caseworker, 'headteacher');
    expect([(await contacts()).length, (await fixture.projectOf(id))?.keyContacts]).toEqual([3, {}]);
  });

  it('are the same however their id is written, and of organisations that the project has', async () => {
    const { form } = await add('headteacher', petra);
    const other = (form.split('?')[0] ?? '')
      .replace(/contacts\/([^/]+)/, (found) => found.toUpperCase())
      .replace('CONTACTS', 'contacts');
    await caseworker.post(other, { ...petra, role: 'Head' });
    expect(await contacts()).toEqual([expect.objectContaining({ role: 'Head' })]);
    expect((await caseworker.post(other, { ...petra, category: 'outgoing_trust' })).status).toBe(400);
  });

  it('that a task names are deleted only after it was said which task loses them', async () => {
    await add('headteacher', petra, '?for=headteacher');
    const [headteacher] = await contacts();
    const address = path(`/${headteacher?.id}/delete`);
    const { text } = await caseworker.get(address);
    expect(text).toContain('headteacher&#39;s details” names this contact');
    expect((await caseworker.post(address, { shown: hiddenIn(text, 'shown') })).status).toBe(400);
    expect((await caseworker.post(address, { shown: hiddenIn(text, 'shown'), sure: 'yes' })).status).toBe(200);
    expect(await fixture.projectOf(id)).toMatchObject({ contacts: [], keyContacts: {} });
  });

  it.each([
    ['an email address', { email: 'petra at larkmere' }, 'Enter an email address'],
    ['a phone number', { phone: 'ask at the office' }, 'Enter a phone number'],
    ['a name', { name: '' }, 'Enter a name'],
    ['an organisation that can have a primary contact', { category: 'solicitor' }, 'have a primary contact'],
  ])('need %s', async (_, typed, message) => {
    const { status, text } = await add('someone_else', { ...petra, ...typed });
    expect([status, text]).toEqual([400, expect.stringContaining(message)]);
    expect(await contacts()).toEqual([]);
  });

  it('of two who change one, the second is told and loses nothing that was typed', async () => {
    const { form } = await add('headteacher', petra);
    const shown = hiddenIn((await caseworker.get(form)).text, 'shown');
    const support = await fixture.as('serviceSupport');
    await support.post(form, { ...petra, phone: '01632 960001' });
    const late = await caseworker.post(form, { ...petra, phone: '01632 960999', shown });
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('01632 960999')]);
    expect(await contacts()).toEqual([expect.objectContaining({ phone: '01632 960001' })]);
  });

  it('are changed by those who run the project and read by all', async () => {
    const { form } = await add('headteacher', petra);
    const stranger = await fixture.as('regionalDeliveryOfficer');
    expect((await stranger.post(form, petra)).status).toBe(403);
    const consumer = await fixture.as('dataConsumer');
    expect((await consumer.get(path(''))).text).toContain('Ms Petra Lindley');
    expect((await consumer.get(path(''))).text).not.toContain('Add a contact');
  });
});
