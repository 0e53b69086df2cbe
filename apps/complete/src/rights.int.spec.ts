import { LocalAuthorityChanged } from '@academies/contracts';
import { personas } from '@academies/identity';
import { everyFormCanBeSentEmpty, everyRouteAsksForItsRight } from '@academies/testing';
import { active } from './fixtures/ten-projects.spec.ts';
import { aCompleteService, type CompleteService } from './fixtures/test-service.spec.ts';

let fixture: CompleteService;
let parameters: Record<string, string>;
beforeAll(async () => {
  fixture = await aCompleteService();
  await fixture.register({ urn: '900123' });
  const item = '01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11';
  const contact = { id: item, category: 'school', name: 'Petra Lindley', primary: true } as const;
  const more = { role: 'Headteacher', organisation: null, email: null, phone: null };
  const { id } = await fixture.aProject({ ...active, contacts: [{ ...contact, ...more }] });
  await fixture.ask(`insert into local_authority (code, document) values ('911', ?)`, [
    JSON.stringify(LocalAuthorityChanged.example().localAuthority),
  ]);
  await fixture.as('caseworker');
  parameters = { project: id, item, task: 'payroll_deadline', code: '911', email: personas.caseworker.email };
});
afterAll(() => fixture.stop());

everyRouteAsksForItsRight(() => fixture);
everyFormCanBeSentEmpty(() => ({ ...fixture, parameters }));
