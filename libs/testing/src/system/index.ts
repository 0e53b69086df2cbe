export * from './approval.ts';
export * from './ask.ts';
export * from './outbox.ts';
export * from './program.ts';
export * from './start-system.ts';
