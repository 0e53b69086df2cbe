export * from './database/entities-fit-tables.ts';
export * from './parts/eventually.ts';
export * from './service/every-route.ts';
export * from './parts/fresh-database.ts';
export * from './parts/fresh-namespace.ts';
export * from './given.ts';
export * from './service/settings-page.ts';
export * from './service/a-test-service.ts';
