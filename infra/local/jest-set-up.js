export { setUp as default } from './jest-parts.js';
