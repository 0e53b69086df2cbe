import { InvalidError } from '@academies/contracts';
import type { Report } from '../reports/report.ts';
import type { ExportRequest } from './export-request.ts';

/** What the address says, by name; empty where it says nothing. */
export type Asked = Readonly<Record<string, string>>;

/** One thing that the address of a file can say. */
export interface Parameter {
  /** Its name in the address; names that mean something together only are one entry. */
  readonly names: readonly string[];
  /** What it is for, in a sentence for those who write programs. */
  readonly about: string;
  /** Where just these can be said. */
  readonly choices?: readonly string[];
  /**
   * What it puts into the request, which holds what the entries before it have put there; empty means that nothing was
   * said. What is wrong is thrown in words that say what to do.
   */
  readonly put: (asked: Asked, request: ExportRequest) => Partial<ExportRequest>;
}

export const wrongChoice = (message: string) => new InvalidError('REPORTING.WRONG_CHOICE', message);

/** Whoever asks for it is told errors as JSON. */
const errorsAsJson = 'json';

/** How the address of a file is read by a table of what it can say; what is wrong with it is said in words. */
export const requestReader =
  (parameters: readonly Parameter[]) =>
  (report: Report, query: Readonly<Record<string, unknown>>): ExportRequest => {
    const names = parameters.flatMap((each) => each.names);
    const unknown = Object.keys(query).find((name) => name !== errorsAsJson && !names.includes(name));
    if (unknown !== undefined)
      throw new InvalidError(
        'REPORTING.UNKNOWN_PARAMETER',
        `${unknown.slice(0, 80)} is not known here. Use ${names.join(', ')}.`,
      );
    const asked: Asked = Object.fromEntries(names.map((name) => [name, one(query, name)]));
    parameters.forEach((parameter) => checkChoice(parameter, asked));
    const plain: ExportRequest = {
      report,
      on: report.period.column,
      columns: report.columns,
      names: false,
      bom: true,
      format: 'csv',
      plain: false,
      filters: Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== '')),
    };
    return parameters.reduce((request, { put }) => ({ ...request, ...put(asked, request) }), plain);
  };

/** A parameter given twice is given wrongly. */
function one(query: Readonly<Record<string, unknown>>, name: string): string {
  const value = query[name] ?? '';
  if (typeof value !== 'string') throw wrongChoice(`Give ${name} once only.`);
  return value.trim();
}

function checkChoice({ names: [name = ''], choices }: Parameter, asked: Asked): void {
  const value = asked[name] ?? '';
  if (choices && value !== '' && !choices.includes(value))
    throw wrongChoice(`${name} must be ${choices.join(' or ')}.`);
}
