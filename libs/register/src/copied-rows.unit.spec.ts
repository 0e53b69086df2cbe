import {
  allEvents,
  anExampleEstablishment,
  EstablishmentChanged,
  EstablishmentRepublished,
  TrustChanged,
} from '@academies/contracts';
import { copies, copiedRows } from './copied-rows.ts';
import { registerTopics } from './register-subscription.ts';

const school = (name: string, urn = '900123') => ({ establishment: { ...anExampleEstablishment, urn, name } });
const changed = (sequence: number, value: object) => ({ type: EstablishmentChanged.type, sequence, value });

describe('The copy of the register', () => {
  it('keeps the newest state of each school, whatever the order', () => {
    const rows = copiedRows('register_establishment', [
      changed(2, school('Second')),
      changed(1, school('First')),
      changed(1, school('Other', '900124')),
    ]);
    expect(rows.map(({ key, sequence, state }) => [key, sequence, state.name])).toEqual([
      ['900123', 2, 'Second'],
      ['900124', 1, 'Other'],
    ]);
  });

  it('takes republished states as it takes changed ones', () => {
    const republished = { type: EstablishmentRepublished.type, sequence: 3, value: school('Third') };
    expect(copiedRows('register_establishment', [changed(2, school('Second')), republished])).toMatchObject([
      { sequence: 3 },
    ]);
  });

  it('leaves what belongs to another table', () =>
    expect(copiedRows('register_trust', [changed(1, school('A school'))])).toEqual([]));

  it('knows the table of every type of the register', () => {
    const ofRegister = allEvents.filter(({ topic }) => topic.startsWith('register.')).map(({ type }) => type);
    expect(
      Object.values(copies)
        .flatMap(({ types }) => types)
        .sort(),
    ).toEqual(ofRegister.sort());
    expect(Object.values(registerTopics).flatMap(Object.keys).sort()).toEqual(ofRegister.sort());
  });

  it('searches by the name in the state', () => {
    const trust = { ...TrustChanged.example().trust, name: "St Cêl's Trust" };
    expect(copiedRows('register_trust', [{ type: TrustChanged.type, sequence: 1, value: { trust } }])).toMatchObject([
      { key: trust.groupUid, search_name: 'st cels trust', state: trust },
    ]);
  });
});
