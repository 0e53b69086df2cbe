/** Whether the run has time for everything: `npm run test:long`. `npm test` looks at one page of each kind. */
export const isThorough = (globalThis as { thorough?: boolean }).thorough === true;

/** Whether JavaScript runs, for journeys that have to be possible without it too. */
export const manners: readonly boolean[] = isThorough ? [true, false] : [true];

/** Ways to walk the same journey, of which the first is walked at each run. */
export const ways = <Way>(...all: readonly Way[]): readonly Way[] => (isThorough ? all : all.slice(0, 1));
