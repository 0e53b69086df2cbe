export * from './apply-register-events.ts';
export * from './constituencies.ts';
export * from './establishments.ts';
export * from './migrations.ts';
export * from './register-subscription.ts';
export * from './search.ts';
export * from './tables.ts';
export * from './trusts.ts';
