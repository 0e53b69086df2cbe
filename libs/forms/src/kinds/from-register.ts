import { Ukprn, Urn } from '@academies/contracts';
import { labelled } from '../field/drawing.ts';
import {
  type Field,
  fieldOf,
  type FieldOptions,
  type Found,
  type Match,
  type Presence,
  type Typed,
} from '../field/field.ts';
import { judged, unanswered, wrong, one } from '../field/answer.ts';

/** Options of something that is chosen in the register. */
export interface FromRegisterOptions extends FieldOptions<string> {
  /** The name of the look-up that the service gives, where it is not 'trust' or 'school' itself. */
  readonly lookUp?: string;
}

/** What is looked for, in words, and what its value looks like. */
const kinds = {
  trust: { a: 'a trust', none: 'No trust', many: 'trusts', numbers: 'UKPRN or TRN', value: Ukprn },
  school: { a: 'a school', none: 'No school', many: 'schools', numbers: 'URN', value: Urn },
} as const;

/** The inputs of a field: what is searched, what the choices on the page were found with, the choice. */
const inputs = (typed: Typed, name: string) => ({
  search: one(typed, `${name}_search`),
  searched: one(typed, `${name}_searched`),
  choice: one(typed, name),
});

/** A choice counts while its search stands: whoever changes the search looks for another one. */
const chosen = (typed: Typed, name: string): string => {
  const { search, searched, choice } = inputs(typed, name);
  return search === '' || search === searched ? choice : '';
};

const theOne = ({ matches }: Found, search: string): Match | undefined => {
  const number = search.toUpperCase();
  const exact = matches.filter(({ value, numbers = [] }) => value === number || numbers.includes(number));
  return exact.length === 1 ? exact[0] : undefined;
};

/** Why what was meant cannot be chosen: it is the match, is called just so, or nothing else was found. */
const whyNot = (match: Match | undefined, { matches }: Found, search: string): string | undefined => {
  if (match) return match.whyNot;
  const [first] = matches.filter(
    ({ text }, _, { length }) => length === 1 || text.toLowerCase() === search.toLowerCase(),
  );
  return first?.whyNot;
};

/**
 * A trust (its UKPRN) or a school (its URN) out of the register. Without JavaScript the first post searches and shows
 * the same page with what was found, the second saves; a number that only one has is taken at once. With JavaScript the
 * search suggests while somebody types. What was found comes in by `context.found`; reading stays pure.
 */
export const fromRegister = <const Options extends FromRegisterOptions>(
  register: keyof typeof kinds,
  options: Options,
): Field<Presence<Options, string>> => {
  const lookUp = options.lookUp ?? register;
  const { a, none, many, numbers, value: number } = kinds[register];
  return fieldOf<Presence<Options, string>>({
    options,
    searches: {
      lookUp,
      search: (typed, name) => chosen(typed, name) || inputs(typed, name).search,
    },
    fits: (value) => number.safeParse(value).success,
    read(typed, name, context) {
      const { search, searched } = inputs(typed, name);
      const choice = chosen(typed, name);
      const input = `${name}_search`;
      if (search === '' && choice === '') return unanswered(name, options as FieldOptions<never>, input) as never;
      const found = context.found?.[name] ?? { matches: [], more: false };
      const match = choice ? found.matches.find(({ value }) => value === choice) : theOne(found, search);
      const cannotBe = whyNot(match, found, search);
      if (cannotBe) return wrong(name, cannotBe, input);
      if (match) return judged(match.value, name, options, context, input) as never;
      if (choice) return wrong(name, `Select ${a} that is in the register`, input);
      if (found.matches.length === 0) {
        return wrong(name, `${none} matches “${search}”. Check the spelling, or enter the ${numbers}`, input);
      }
      return search === searched ? wrong(name, `Select ${a}`, name) : { errors: [] };
    },
    write: (value, name) => ({ [name]: value ?? '' }),
    view(showing) {
      const { name, typed, offered = [], found } = showing;
      const { search } = inputs(typed, name);
      const matches: readonly Match[] = found?.matches ?? offered;
      return {
        name,
        component: 'registerSearch',
        params: {
          input: {
            ...labelled(options as FieldOptions<never>, showing),
            id: `${name}_search`,
            name: `${name}_search`,
            value: search,
            autocomplete: 'off',
            spellcheck: false,
          },
          name,
          lookUp: `/look-up/${lookUp}`,
          searched: found ? search : '',
          radios: matches.length > 0 && {
            idPrefix: name,
            name,
            fieldset: {
              legend: {
                text: found ? `${inWords(found, many)} found` : 'Chosen now',
                classes: 'govuk-fieldset__legend--s',
              },
            },
            hint: found?.more && {
              text: `More than ${matches.length} ${many} match. The first ${matches.length} are shown: enter more of the name, or the ${numbers}`,
            },
            value: one(typed, name),
            items: matches.map(({ value, text, hint, whyNot }) => ({
              value,
              text,
              hint: (whyNot ?? hint) ? { text: whyNot ?? hint } : undefined,
              disabled: whyNot !== undefined,
            })),
          },
        },
      };
    },
  });
};

const inWords = ({ matches, more }: Found, many: string): string =>
  matches.length === 1 ? `One ${many.replace(/s$/, '')}` : `${more ? 'More than ' : ''}${matches.length} ${many}`;
