export * from './kafka/fetch-kafka.ts';
export * from './kafka/start-kafka.ts';
export * from './parts/find-parts.ts';
export * from './parts/parts-for-tests.ts';
export * from './parts/parts.ts';
export * from './postgres/start-postgres.ts';
export * from './settings.ts';
export * from './trouble.ts';
