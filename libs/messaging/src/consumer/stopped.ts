/** The consumer was asked to stop while it waited; what was in hand is rolled back and read again. */
export class Stopped extends Error {}
