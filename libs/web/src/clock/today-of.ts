import { londonDate, type IsoDate } from '@academies/contracts';
import type { Request } from 'express';
import type { Clock } from './clock.ts';

const clocks = new WeakMap<object, Clock>();

/** Remembers the clock of the application that serves this request. */
export const tellTime = (request: Request, clock: Clock): void => void clocks.set(request, clock);

/** The day in England at this request. */
export const todayOf = (request: Request): IsoDate => clocks.get(request)?.today() ?? londonDate(new Date());
