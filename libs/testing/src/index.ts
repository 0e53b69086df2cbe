export * from './browser/find-chromium.ts';
export * from './browser/launch-browser.ts';
export * from './eventually.ts';
export * from './every-route.ts';
export * from './fresh-database.ts';
export * from './fresh-namespace.ts';
export * from './given.ts';
