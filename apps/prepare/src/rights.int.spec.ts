import { everyFormCanBeSentEmpty, everyRouteAsksForItsRight } from '@academies/testing';
import { v7 } from 'uuid';
import { aPrepareService, type PrepareService } from './fixtures/test-service.spec.ts';

let fixture: PrepareService;
let project: string;
beforeAll(async () => {
  fixture = await aPrepareService();
  project = await fixture.database.have();
});
afterAll(() => fixture.stop());

everyRouteAsksForItsRight(() => fixture);
everyFormCanBeSentEmpty(() => ({ ...fixture, parameters: { project, draft: v7(), urn: '900123' } }));
