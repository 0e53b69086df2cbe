import { kinds } from '../columns/format.ts';
import { type FileFormat, formats } from '../formats/format.table.ts';

/** What programs are told in JSON, as JSON Schema (2020-12, as OpenAPI 3.1 has it). */
export const schemas = {
  Problem: {
    description: 'What is wrong, and what to do (RFC 9457).',
    type: 'object',
    required: ['type', 'title', 'status', 'code'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string', description: 'Stays the same whatever the words say.' },
      trace: { type: ['string', 'null'] },
    },
  },
  Download: {
    description: 'What a download was. What is null is not known yet, or never will be.',
    type: 'object',
    required: ['id', 'report', 'filters', 'fileName', 'startedAt', 'outcome', 'rows', 'sha256', 'journalPosition'],
    additionalProperties: false,
    properties: {
      id: { type: 'string', format: 'uuid' },
      report: { type: 'string' },
      filters: { type: 'object', additionalProperties: { type: 'string' } },
      fileName: { type: 'string' },
      startedAt: { type: 'string', format: 'date-time' },
      endedAt: { type: ['string', 'null'], format: 'date-time' },
      outcome: { enum: ['on its way', 'sent', 'broken off'] },
      rows: { type: ['integer', 'null'], description: 'Without the header.' },
      bytesSent: { type: ['integer', 'null'], description: 'As many as went over the wire.' },
      sha256: { type: ['string', 'null'], pattern: '^[0-9a-f]{64}$', description: 'Of the bytes before packing.' },
      asOf: { type: ['string', 'null'], format: 'date-time' },
      journalPosition: { type: 'integer' },
    },
  },
  Columns: {
    type: 'array',
    items: {
      type: 'object',
      required: ['name', 'group', 'heading', 'meaning', 'format', 'kind', 'words'],
      properties: {
        ...Object.fromEntries(
          ['name', 'group', 'heading', 'meaning', 'source', 'format'].map((name) => [name, { type: 'string' }]),
        ),
        kind: { enum: Object.keys(kinds) },
        words: { type: 'array', items: { type: 'string' }, description: 'What may stand in place of a value.' },
      },
    },
  },
  Metadata: {
    description: 'CSV on the Web (https://www.w3.org/TR/tabular-metadata/).',
    type: 'object',
    required: ['@context', 'url', 'tableSchema'],
    properties: {
      url: { type: 'string' },
      tableSchema: {
        type: 'object',
        required: ['columns'],
        properties: {
          columns: {
            type: 'array',
            minItems: 1,
            items: { type: 'object', required: ['name', 'titles', 'datatype', 'null'] },
          },
        },
      },
    },
  },
};

const header = (description: string, schema: object = { type: 'string' }) => ({ description, required: true, schema });

/** What the response of every file says of it. */
const ofEveryFile = {
  'Content-Disposition': header('The name of the file.', { type: 'string', pattern: '^attachment; filename=".+"$' }),
  ETag: header('Names this very version; send it again in If-None-Match, or in If-Range with Range.'),
  Link: header(
    'Where the file is described (describedby), and where its rows and hash stand once it has come (status).',
  ),
  'X-Journal-Position': header('This moment for as_at and since.', { type: 'string', pattern: '^\\d+$' }),
};
const ofFreshFile = {
  ...ofEveryFile,
  'X-As-Of': header('Everything that had happened up to here is in it.'),
  'X-Events-Waiting': header('How many events are not in it yet.', { type: 'string', pattern: '^(\\d+|unknown)$' }),
  'X-Projects-Held-Back': header('Of how many projects something could not be read.'),
};

const ofFile = (content: readonly FileFormat[]) =>
  Object.fromEntries(content.map(({ type }) => [type.split(';')[0] ?? type, {}]));

/** Answers that several addresses have, by name. */
const refused: Readonly<Record<string, string>> = {
  '400': 'Something in the address is wrong; the detail says what.',
  '401': 'No token, or one that does not count here.',
  '403': 'The token lacks the scope.',
  '404': 'There is no such file.',
  '429': 'Too many files at once, or asked for too often: come again after Retry-After seconds.',
  '503': 'Not now: come again after Retry-After seconds.',
};
const toldWith: Readonly<Record<string, string>> = {
  '401': 'WWW-Authenticate',
  '403': '',
  '429': 'Retry-After',
  '503': 'Retry-After',
};

/** Everything with which an address refuses; browsers that ask for HTML get a page. */
const refusals = Object.fromEntries(
  Object.entries(refused).map(([status, description]) => [
    status,
    {
      description,
      ...(toldWith[status] && { headers: { [toldWith[status]]: header('What to do.') } }),
      content: {
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        'text/html': {},
      },
    },
  ]),
);

const whole = (content: readonly FileFormat[]) => ({
  description: 'The whole file. X-Rows and X-SHA256 follow it as trailers.',
  headers: ofFreshFile,
  content: ofFile(content),
});

/** What a file answers whose bytes are kept. */
export const keptFileAnswers = {
  '200': { description: 'The file.', headers: ofEveryFile, content: ofFile([formats.csv]) },
  ...refusals,
};

/** What an address answers that has a file, in any of these formats. */
export const fileAnswers = (content: readonly FileFormat[] = Object.values(formats)) => ({
  '200': whole(content),
  '206': { ...whole(content), description: 'The part that was asked for, of a CSV file that has not changed.' },
  '304': { description: 'Nothing has changed since then.' },
  ...refusals,
  '416': { ...refusals['400'], description: 'The file has no such part.' },
  '426': { description: 'HTTP/1.0 cannot tell a whole file from one that broke off.', content: { 'text/plain': {} } },
});

/** What an address answers that has JSON of a schema. */
export const jsonAnswers = (schema: keyof typeof schemas, type = 'application/json') => ({
  '200': {
    description: schemas[schema] && 'description' in schemas[schema] ? schemas[schema].description : schema,
    content: { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } },
  },
  ...refusals,
});
