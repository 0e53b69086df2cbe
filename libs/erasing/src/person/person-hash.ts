import { createHmac } from 'node:crypto';
import { comparable, type PersonHash } from '@academies/contracts';

/** E-mail addresses within any text, and what may be a phone number. */
export const emailPattern = /[^\s<>"'(),:;@[\]{}|\\/=&?#!*]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi;
export const phonePattern = /(?<![\w+])(?:\+|\b)?\(?\d(?:[\s().-]{0,2}\d){8,14}(?!\w)/g;

const titles = /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|rev|reverend|cllr|councillor) )+(?=\S+ )/;

/** How something is written before it is hashed: the same whatever its case, spacing or title. */
const canonical: Readonly<Record<PersonHash['of'], (text: string) => string>> = {
  email: (text) => text.trim().toLowerCase().replace(/\.$/, ''),
  name: (text) => comparable(text).replace(titles, ''),
  phone: (text) =>
    text
      .replace(/\(0\)/, '')
      .replace(/\D/g, '')
      .replace(/^(?:0044|44)(?=\d{9,10}$)/, '0'),
  // Other people's addresses and numbers may be taken out of it before or after.
  text: (text) => comparable(text.replace(emailPattern, ' ').replace(phonePattern, ' ')),
};

export const wordsIn = (text: string): number => text.split(' ').length;

/** The keyed hash of something; the key is the same in every service, and never changes. */
export function personHash(key: string, of: PersonHash['of'], text: string): PersonHash {
  const plain = canonical[of](text);
  const hash = createHmac('sha256', key).update(`${of}\n${plain}`).digest('hex');
  return { of, hash, words: of === 'name' ? wordsIn(plain) : 1 };
}

/** What service support says of somebody, a line each. */
export interface PersonAsked {
  readonly emails: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
}

/** All of it as hashes: what every service is told. */
export const hashesOf = (key: string, { emails, names, phones }: PersonAsked): PersonHash[] => [
  ...emails.map((text) => personHash(key, 'email', text)),
  ...names.map((text) => personHash(key, 'name', text)),
  ...phones.map((text) => personHash(key, 'phone', text)),
];

/** So many answers are remembered: the same names come again and again. */
const remembered = 50_000;

/** Whom a service must not know any more, by their hashes. */
export class Erased {
  private readonly hashes: ReadonlySet<string>;
  private readonly known = new Map<string, boolean>();
  /** How many words their names have. */
  readonly nameLengths: readonly number[];
  readonly hasPhones: boolean;
  readonly hasTexts: boolean;

  constructor(
    private readonly key: string,
    hashes: readonly PersonHash[],
  ) {
    this.hashes = new Set(hashes.map(({ of, hash }) => `${of} ${hash}`));
    const names = hashes.filter(({ of }) => of === 'name');
    this.nameLengths = [...new Set(names.map(({ words }) => words))].sort((one, other) => other - one);
    this.hasPhones = hashes.some(({ of }) => of === 'phone');
    this.hasTexts = hashes.some(({ of }) => of === 'text');
  }

  get isNobody(): boolean {
    return this.hashes.size === 0;
  }

  /** Whether this text, as a whole, is one of theirs. */
  is(of: PersonHash['of'], text: string): boolean {
    const about = `${of}\n${text}`;
    const before = this.known.get(about);
    if (before !== undefined) return before;
    const found = this.hashes.has(`${of} ${personHash(this.key, of, text).hash}`);
    if (this.known.size >= remembered) this.known.clear();
    this.known.set(about, found);
    return found;
  }

  /** Whether a whole value is their name: one word alone is too little to say so. */
  isName(text: string): boolean {
    if (text.length > 100 || !/\S\s+\S/.test(text) || /\d/.test(text)) return false;
    const most = (this.nameLengths[0] ?? 0) + 3; // with a title or two, or a name with a hyphen
    return text.trim().split(/\s+/).length <= most && this.is('name', text);
  }

  hashOfText(text: string): string {
    return personHash(this.key, 'text', text).hash;
  }
}
