export * from './launch-browser.ts';
export * from './looks-good.ts';
export { manners, ways } from './thorough.ts';
export * from './visit.ts';
