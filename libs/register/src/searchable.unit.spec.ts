import { searchable } from './searchable.ts';

describe('Searching for a name', () => {
  it.each([
    ["St Mary's", 'st marys'],
    ['St Mary’s', 'st marys'],
    ['Ysgol Tŷ Gwyn', 'ysgol ty gwyn'],
    ['École-sur-Mer (Infants)', 'ecole sur mer infants'],
    ['=Sum Academy', 'sum academy'],
    ['  ', ''],
  ])('takes %j for %j', (name, searched) => expect(searchable(name)).toBe(searched));
});
