import { pino } from 'pino';

/** The log of tests: says nothing unless LOG_LEVEL asks for it. */
export const quiet = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });
