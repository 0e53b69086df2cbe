export * from './approval.ts';
export * from './ask.ts';
export * from './program.ts';
export * from './start-system.ts';
