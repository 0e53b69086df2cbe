import { parametersOfChoice } from '../choices/choice.ts';
import { lookParameters, parameters } from '../exports/parameters.table.ts';
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
const fileAndMetadata = (
  place: string,
  operationId: string,
  said: { readonly summary: string; readonly scopes: readonly string[]; readonly more: readonly object[] },
) => {
  const { summary, scopes, more } = said;
  const description = 'The columns of this very file, for programs.';
  const responses = jsonAnswers('Metadata', 'application/csvm+json');
  const shared = { summary, ...scoped(...scopes) };
  return {
    [`${place}.{format}`]: {
      get: { operationId, ...shared, parameters: [ending, ...more], responses: fileAnswers() },
    },
    [`${place}.csv-metadata.json`]: {
      get: { operationId: `${operationId}-metadata`, ...shared, description, parameters: more, responses },
    },
  };
};
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
    ...fileAndMetadata('/exports/own', 'own', {
      summary: 'A choice of rows and columns',
      scopes: scopesOfReport('all-data'),
      more: [...chosen, ...asked(look)],
    }),
    ...fileAndMetadata('/exports/choices/{choice}', 'choice', {
      summary: 'The newest version of a saved choice',
      scopes: ['choices'],
      more: [inPath('choice', text), ...asked(look)],
    }),
    ...fileAndMetadata('/exports/choices/{choice}/versions/{version}', 'choice-version', {
      summary: 'A saved choice as it was',
      scopes: ['choices'],
      more: [inPath('choice', text), inPath('version', text), ...asked(look)],
    }),
    ...fileAndMetadata('/quality/findings', 'findings', {
      summary: 'What the rules of data quality find',
      scopes: ['findings'],
      more: asked(lookParameters),
    }),
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
