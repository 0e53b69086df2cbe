import { makeLogger } from './logger.ts';
import { plainError } from './plain-error.ts';
import { currentTrace, traceId, withTrace } from '@academies/contracts';

describe('Traces', () => {
  it('go on with the one given', () => {
    const given = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    expect(withTrace(given, () => [currentTrace(), traceId()])).toEqual([given, 'a'.repeat(32)]);
  });

  it('begin anew where none or nonsense was given', () => {
    for (const given of [undefined, 'x', '00-1-2-3']) expect(withTrace(given, traceId)).toMatch(/^[0-9a-f]{32}$/);
    expect(currentTrace()).toBeUndefined();
  });
});

describe('The log', () => {
  it('says nothing that belongs to a person or opens a door', () => {
    const lines: string[] = [];
    const logger = makeLogger('prepare', 'info', { write: (line) => void lines.push(line) });
    logger.info(
      { email: 'ada@example.com', body: { name: 'Ada' }, request: { cookie: 'secret', authorization: 'secret' } },
      'done',
    );
    expect(lines.join('')).toContain('done');
    expect(lines.join('')).not.toMatch(/ada|Ada|secret/);
  });

  it('carries the trace of what was being done', () => {
    const lines: string[] = [];
    const logger = makeLogger('prepare', 'info', { write: (line) => void lines.push(line) });
    withTrace(`00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, () => logger.info('done'));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      service: 'prepare',
      level: 'info',
      msg: 'done',
      trace: 'a'.repeat(32),
    });
  });
});

describe('An error in the log', () => {
  it('says what failed and where, without the values of the row', () => {
    const error = Object.assign(
      new Error("insert into person (email) values ('ada@example.com') - duplicate key value"),
      {
        code: '23505',
        detail: 'Key (email)=(ada@example.com) already exists.',
      },
    );
    expect(plainError(error)).toMatchObject({ type: 'Error', code: '23505', message: 'duplicate key value' });
    expect(JSON.stringify(plainError(error))).not.toContain('ada@');
    expect(plainError(error).stack).toContain('logging.unit.spec');
  });
});
