export { tearDown as default } from './jest-parts.js';
