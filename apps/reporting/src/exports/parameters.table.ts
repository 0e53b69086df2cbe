import { historyParameters } from '../history/history.parameters.ts';
import { type Parameter, requestReader } from '../request/parameter.ts';
import { periodParameters } from '../request/period.parameters.ts';
import { lackingContacts } from '../reports/report.ts';

const ownLook: readonly Parameter[] = [
  {
    names: ['bom'],
    about: 'Whether the file begins with a byte order mark: with words as headings it does, with names it does not.',
    choices: ['yes', 'no'],
    // Programs that read by name would take the mark for part of the first one (docs/domain/readers.md).
    put: ({ bom, headings }) => ({ bom: bom === '' ? headings !== 'names' : bom === 'yes' }),
  },
  {
    names: ['headings'],
    about: 'Headings as words, or the names of the columns, which never change.',
    choices: ['words', 'names'],
    put: ({ headings }) => ({ names: headings === 'names' }),
  },
  {
    names: ['formulas'],
    about: 'Whether an apostrophe stands before a text that a spreadsheet would run as a formula; plain is without.',
    choices: ['safe', 'plain'],
    put: ({ formulas }) => ({ plain: formulas === 'plain' }),
  },
  {
    names: ['contacts'],
    about: "The report's own columns, or also every contact column that it lacks.",
    choices: ['own', 'all'],
    put: ({ contacts }, { report, columns }) =>
      contacts === 'all' ? { columns: [...columns, ...lackingContacts(report)] } : {},
  },
];

/** All that the address of a file can say, in the order in which it is read. */
export const parameters: readonly Parameter[] = [...periodParameters, ...historyParameters, ...ownLook];

export const readRequest = requestReader(parameters);

/** What can be said of a file that is of now and has its own rows. */
export const lookParameters = ownLook.filter(({ names }) => !names.includes('contacts'));
export const readLook = requestReader(lookParameters);
