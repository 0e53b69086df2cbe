import { everyRouteAsksForItsRight } from '@academies/testing';
import { aGround, type Ground } from './ground.spec.ts';

let ground: Ground;
beforeAll(async () => void (ground = await aGround()), 60_000);
afterAll(() => ground.stop());

everyRouteAsksForItsRight(() => ground);
