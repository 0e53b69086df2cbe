import { everyRouteAsksForItsRight } from '@academies/testing';
import { aPrepareService, type PrepareService } from './fixtures/test-service.spec.ts';

let fixture: PrepareService;
beforeAll(async () => void (fixture = await aPrepareService()));
afterAll(() => fixture.stop());

everyRouteAsksForItsRight(() => fixture);
