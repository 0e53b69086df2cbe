import { eraseIn, inText } from './erase-in.ts';
import { Erased, hashesOf, personHash } from './person-hash.ts';

const key = 'a key of this test alone, 32 signs';
const asked = { emails: ['Petra.Lindley@larkmere.example'], names: ['Petra Lindley'], phones: ['07700 900123'] };
const hashes = hashesOf(key, asked);
const petra = new Erased(key, hashes);

describe('A person who was erased', () => {
  it.each([
    ['a contact', { name: 'P. Lindley', email: 'petra.lindley@LARKMERE.example', phone: '01632 960001', role: 'Head' }],
    ['a contact without e-mail', { name: 'Ms Petra  LINDLEY', email: null, phone: '+44 7700 900123', role: 'Head' }],
  ])('is gone from %s, with the phone beside them', (_, contact) =>
    expect(eraseIn({ contacts: [contact] }, petra)).toEqual({
      contacts: [{ ...contact, name: 'Erased', phone: 'Erased', email: contact.email && 'erased@erased.invalid' }],
    }),
  );

  it('is gone from pairs with a name before them, and from the parts of a head', () =>
    expect(
      eraseIn(
        {
          by_email: 'petra.lindley@larkmere.example',
          by_name: 'Petra L',
          head: { title: 'Ms', firstName: 'Petra', lastName: 'Lindley' },
        },
        petra,
      ),
    ).toEqual({
      by_email: 'erased@erased.invalid',
      by_name: 'Erased',
      head: { title: 'Ms', firstName: 'Erased', lastName: 'Erased' },
    }));

  it('leaves somebody else of the same name alone, whose e-mail stands beside it, and what holds nothing as it is', () => {
    const other = {
      by: { email: 'petra.lindley@education.gov.uk', name: 'Petra Lindley' },
      on: ['2027-04-01', 5, null],
    };
    expect(eraseIn(other, petra)).toBe(other);
  });

  it('is gone with e-mail and phone from any text, and with the name where it is the whole value', () => {
    expect(inText('Ask <petra.lindley@larkmere.example>, 07700900123.', petra)).toBe(
      'Ask <erased@erased.invalid>, Erased.',
    );
    expect(inText('?person=petra.lindley@larkmere.example&search=Petra+Lindley&order=region', petra)).toBe(
      '?person=erased@erased.invalid&search=Erased&order=region',
    );
    expect(inText('Lindley', petra)).toBe('Lindley');
    expect(inText('petra lindley', petra)).toBe('Erased');
  });
});

describe('A text that names them', () => {
  const text =
    "Spoke to Mrs. X and Petra Lindley's deputy;\npetra lindley agrees. Lindley Hall is another. a@b.example";

  it('is shown and left as it is until somebody says so', () => {
    const seen: string[] = [];
    const kept = eraseIn({ text }, petra, (shown, places) =>
      seen.push(...places.map(({ from, to }) => shown.slice(from, to))),
    );
    expect(kept).toEqual({ text });
    expect(seen).toEqual(['Petra Lindley', 'petra lindley']);
  });

  it('loses the names once it was cleared, whatever addresses of others were taken out meanwhile', () => {
    const cleared = new Erased(key, [
      ...hashes,
      personHash(key, 'text', text.replace('a@b.example', 'erased@erased.invalid')),
    ]);
    expect(inText(text, cleared)).toBe(
      "Spoke to Mrs. X and Erased's deputy;\nErased agrees. Lindley Hall is another. a@b.example",
    );
    expect(inText('Another text of Petra Lindley', cleared)).toBe('Another text of Petra Lindley');
  });
});

describe('A hash', () => {
  it('is the same for one way of writing and another, and another with another key', () => {
    const hash = (of: 'name' | 'phone' | 'email', text: string, by = key) => personHash(by, of, text).hash;
    expect(hash('name', 'Dr Zoë O’Neill')).toBe(hash('name', 'zoe oneill'));
    expect(hash('phone', '+44 (0)7700 900-123')).toBe(hash('phone', '07700900123'));
    expect(hash('email', ' A@b.example')).toBe(hash('email', 'a@B.example'));
    expect(hash('name', 'Petra Lindley', `${key}!`)).not.toBe(hash('name', 'Petra Lindley'));
  });
});
