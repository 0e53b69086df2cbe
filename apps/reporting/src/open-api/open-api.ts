import { parametersOfChoice } from '../choices/choice.ts';
import { parameters } from '../exports/parameters.table.ts';
import { filters } from '../filters/filters.table.ts';
import { formats } from '../formats/format.table.ts';
import { type Report, scopesOfReport } from '../reports/report.ts';
import { reports } from '../reports/reports.table.ts';
import type { Parameter } from '../request/parameter.ts';
import { fileAnswers, jsonAnswers, keptFileAnswers, schemas } from './answers.ts';

interface Addresses {
  readonly PUBLIC_URL: string;
  readonly OIDC_ISSUER: string;
}

const inPath = (name: string, schema: object, description = '') => ({
  name,
  in: 'path',
  required: true,
  schema,
  ...(description && { description }),
});
const inQuery = (name: string, about: string, schema: object, required = false) => ({
  name,
  in: 'query',
  ...(required && { required }),
  ...(about && { description: about }),
  schema,
});

const text = { type: 'string' };
const ending = inPath('format', { enum: Object.keys(formats) }, 'What the file is.');
const asked = (each: readonly Parameter[], isRequired: (name: string) => boolean = () => false) =>
  each.flatMap(({ names, about, choices }) =>
    names.map((name) => inQuery(name, about, choices ? { enum: choices } : text, isRequired(name))),
  );

/** One of these scopes is enough. */
const scoped = (...scopes: readonly string[]) => ({ security: scopes.map((scope) => ({ token: [scope] })) });

function pathsOf(report: Report) {
  const isRequired = (name: string) => report.period.required && ['from', 'to'].includes(name);
  const said = { summary: report.title, ...scoped(...scopesOfReport(report.name)) };
  const query = asked(parameters, isRequired);
  return {
    [`/exports/${report.name}.{format}`]: {
      get: {
        ...said,
        operationId: report.name,
        description: `${report.purpose}. ${report.columns.length} columns.`,
        parameters: [ending, ...query],
        responses: fileAnswers(),
      },
    },
    [`/exports/${report.name}.csv-metadata.json`]: {
      get: {
        ...said,
        operationId: `${report.name}-metadata`,
        description: 'The columns of this very file, for programs.',
        parameters: query,
        responses: jsonAnswers('Metadata', 'application/csvm+json'),
      },
    },
  };
}

const look = parameters.filter(({ names }) => !names.some((name) => parametersOfChoice.includes(name)));
const chosen = parametersOfChoice.map((name) => {
  const filter = filters.find((each) => each.name === name);
  const about = filter ? `${filter.label}. ${filter.takes}; several with commas.` : '';
  return inQuery(name, about, text);
});
const only = (operationId: string, summary: string, scopes: readonly string[], more: readonly object[] = []) => ({
  get: { operationId, summary, ...scoped(...scopes), parameters: more, responses: fileAnswers([formats.csv]) },
});
const json = (operationId: string, summary: string, responses: object, more: readonly object[] = []) => ({
  get: { operationId, summary, ...(more.length > 0 && { parameters: more }), responses },
});

/** Every address for programs, made of the tables that serve it. */
export const openApi = ({ PUBLIC_URL, OIDC_ISSUER }: Addresses) => ({
  openapi: '3.1.0',
  info: {
    title: 'Reporting',
    version: '1',
    summary: 'Files about schools that become academies and academies that change trust',
    description: `How to sign in and how to read a file: ${PUBLIC_URL}/exports/help`,
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: PUBLIC_URL }],
  security: [{ token: [] }],
  paths: {
    ...Object.assign({}, ...reports.map(pathsOf)),
    '/exports/own.csv': only('own', 'A choice of rows and columns', scopesOfReport('all-data'), [
      ...chosen,
      ...asked(look),
    ]),
    '/exports/choices/{choice}.csv': only(
      'choice',
      'The newest version of a saved choice',
      ['choices'],
      [inPath('choice', text), ...asked(look)],
    ),
    '/exports/choices/{choice}/versions/{version}.csv': only(
      'choice-version',
      'A saved choice as it was',
      ['choices'],
      [inPath('choice', text), inPath('version', text), ...asked(look)],
    ),
    '/quality/findings.csv': only('findings', 'What the rules of data quality find', ['findings']),
    '/pinned/{name}.csv': {
      get: {
        operationId: 'pinned',
        summary: 'A month-end that is kept, in the scope of its report',
        parameters: [inPath('name', text)],
        responses: keptFileAnswers,
      },
    },
    '/exports/columns.json': json('columns', 'The data dictionary', jsonAnswers('Columns')),
    '/exports/columns.csv': json('columns-csv', 'The data dictionary as a table', {
      ...jsonAnswers('Columns'),
      '200': { description: 'The data dictionary.', content: { 'text/csv': {} } },
    }),
    '/downloads/{download}.json': json('download', 'What a download of your own was', jsonAnswers('Download'), [
      inPath('download', text),
    ]),
  },
  components: {
    schemas,
    securitySchemes: {
      token: {
        type: 'openIdConnect',
        openIdConnectUrl: `${OIDC_ISSUER}/.well-known/openid-configuration`,
        description: 'OAuth 2.0, client credentials.',
      },
    },
  },
});
