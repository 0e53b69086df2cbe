export * from './eventually.ts';
export * from './fresh-database.ts';
export * from './fresh-namespace.ts';
export * from './given.ts';
