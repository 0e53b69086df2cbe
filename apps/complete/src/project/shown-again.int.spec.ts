import { personas, type Visitor } from '@academies/identity';
import { routesOf } from '@academies/web';
import { active } from '../fixtures/ten-projects.spec.ts';
import { aCompleteService, type CompleteService } from '../fixtures/test-service.spec.ts';

const item = '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11';
const link = 'https://educationgovuk.sharepoint.com/sites';
const { teamLeader: tilda } = personas;

/** What is typed into every field of a form that shows what is stored. */
const typedInto: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'about/two-requires-improvement': { answer: 'yes' },
  'about/group': { group: 'GRP_00000042' },
  'about/sharepoint': { school: `${link}/one`, incomingTrust: `${link}/two` },
  'about/trust-ukprn': { ukprn: '19000042' },
  'people/assign': { person: tilda.email },
  'people/added-by': { person: tilda.email },
  'notes/:item/write': { text: 'The solicitor called' },
  'academy-urn': { academy: 'another', urn: '900501' },
  'contacts/:item/details': {
    category: 'school',
    name: 'Petra Lindley',
    role: 'Headteacher',
    organisation: 'Larkmere',
    email: 'petra.lindley@larkmere.example',
    phone: '01632 960 001',
    primary: 'yes',
  },
};

/** What is asked anew at each time, so that it is not shown. */
const asksAnew: Readonly<Record<string, readonly string[]>> = { 'academy-urn': ['notYetPublic'] };

/** Forms that ask what to do; what they did is seen elsewhere, and promised beside them. */
const thatDo = [
  ...['complete', 'hold', 'hold/end', 'reopen', 'revoke', 'delete', 'about/trusts', 'people/team'],
  ...['contacts/add', 'contacts/:item/delete', 'dates/change', 'dates/reasons', 'handover/details', 'tasks/:task'],
];

let service: CompleteService;
let sunny: Visitor;
beforeAll(async () => {
  service = await aCompleteService();
  const type = { code: '34', name: 'Academy converter' };
  await service.register({ urn: '900123' }, { urn: '900501', name: 'Larkmere Academy', type });
  sunny = await service.as('serviceSupport');
  await service.as('teamLeader');
});
afterAll(() => service.stop());

/** What stands in the inputs of a page's form, by their names; nothing is chosen is an empty text. */
function inputsOf(page: string): Record<string, string> {
  const [, form = ''] = /<form method="post" action="\/projects[^>]*>([\s\S]*?)<\/form>/.exec(page) ?? [];
  const found: Record<string, string> = {};
  const named = (tag: string, attribute: string) => new RegExp(`${attribute}="([^"]*)"`).exec(tag)?.[1] ?? '';
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const isChoice = /type="(radio|checkbox)"/.test(tag);
    const value = isChoice && !tag.includes(' checked') ? '' : named(tag, 'value');
    found[named(tag, ' name')] ||= value;
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>/g))
    found[name] = text.trim();
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]* name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    found[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  return Object.fromEntries(Object.entries(found).filter(([name]) => name !== '_csrf' && name !== 'shown'));
}

describe('Every form of a project', () => {
  it('either shows what is stored, or does something', () => {
    const addresses = routesOf(service.service.app)
      .filter(({ method, path }) => method === 'POST' && path.startsWith('/projects/:project/'))
      .map(({ path }) => path.replace('/projects/:project/', ''));
    expect(addresses.sort()).toEqual([...Object.keys(typedInto), ...thatDo].sort());
  });

  it.each(Object.entries(typedInto))('shows again all that was typed and saved: %s', async (address, typed) => {
    const isFormed = address === 'about/trust-ukprn';
    const trust = { ukprn: null, trn: 'TR90042', name: 'Larkmere Learning Trust' };
    const project = await service.aProject({ ...active, ...(isFormed && { formingAMat: true, incomingTrust: trust }) });
    const path = `/projects/${project.id}/${address.replace(':item', item)}`;
    const before = inputsOf((await sunny.get(path)).text);
    expect(Object.keys(before).sort()).toEqual([...Object.keys(typed), ...(asksAnew[address] ?? [])].sort());
    expect((await sunny.post(path, typed, { follow: false })).status).toBe(303);
    expect(inputsOf((await sunny.get(path)).text)).toMatchObject(typed);
    await service.ask('update project set document = document || \'{"state": "deleted"}\' where id = ?', [project.id]);
  });
});
