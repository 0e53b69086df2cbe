import { everyRouteAsksForItsRight } from '@academies/testing';
import { aCompleteService, type CompleteService } from './fixtures/test-service.spec.ts';

let fixture: CompleteService;
beforeAll(async () => void (fixture = await aCompleteService()));
afterAll(() => fixture.stop());

everyRouteAsksForItsRight(() => fixture);
