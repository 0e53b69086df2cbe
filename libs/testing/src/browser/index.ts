export * from './launch-browser.ts';
export * from './looks-good.ts';
export * from './visit.ts';
