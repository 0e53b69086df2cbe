export * from './approval.ts';
export * from './ask.ts';
export * from './mutation.ts';
export * from './outbox.ts';
export * from './program.ts';
export * from './settled.ts';
export * from './start-system.ts';
