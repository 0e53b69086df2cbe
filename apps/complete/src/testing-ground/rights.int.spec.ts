import { everyRouteAsksForItsRight } from '@academies/testing';
import { completeGround, type Ground } from './ground.spec.ts';

let ground: Ground;
beforeAll(async () => void (ground = await completeGround()), 60_000);
afterAll(() => ground.stop());

everyRouteAsksForItsRight(() => ground);
