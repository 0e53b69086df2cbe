import { textOfKind } from './text.ts';

/** As it is written, since a parser also takes `https:host` and `https:\\host`. */
const isWebAddress = (value: string): boolean =>
  /^https?:\/\/[^/\\\s]/i.test(value) && URL.canParse(value) && !/\s/.test(value);

const holdsAnother = (value: string): boolean => /[;,|\s]\s*https?:\/\//i.test(value);

/** A web address: http or https, nothing that could run as a script. */
export const url = textOfKind({
  type: 'url',
  mustBe: (value) => {
    if (holdsAnother(value)) return 'Enter one web address: this holds two';
    return !isWebAddress(value) && 'Enter a full web address, like https://www.example.com';
  },
});
