/**
 * A name as it is stored for searching and as it is searched for: no case, accents, apostrophes or punctuation.
 * So "st marys" finds "St Mary's" and "ty gwyn" finds "Tŷ Gwyn".
 */
export const searchable = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘`]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
