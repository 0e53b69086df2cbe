export { ErasedTextsPage, erasedTextsTemplates, textsAddress } from './texts.page.ts';
