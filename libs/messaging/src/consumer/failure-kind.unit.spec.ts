import { PermanentError, PoisonError, TransientError } from '@academies/contracts';
import { failureKind } from './failure-kind.ts';

const withCode = (code: string) => Object.assign(new Error('…'), { code });

describe('The class of an error', () => {
  it.each([
    ['an error that says so', new TransientError('X', 'x'), 'transient'],
    ['an error that says so', new PermanentError('X', 'x'), 'permanent'],
    ['an error that says so', new PoisonError('X', 'x'), 'poison'],
    ['a deadlock', withCode('40P01'), 'transient'],
    ['a database that shuts down', withCode('57P01'), 'transient'],
    ['a full disk', withCode('53100'), 'transient'],
    ['a broken connection', withCode('ECONNRESET'), 'transient'],
    ['a broken connection', new Error('Connection terminated unexpectedly'), 'transient'],
    ['an error because of one that is away', new Error('outer', { cause: withCode('ECONNREFUSED') }), 'transient'],
    ['a unique key', withCode('23505'), 'poison'],
    ['a mistake in the code', new TypeError('x is undefined'), 'poison'],
    ['a text', 'broken', 'poison'],
  ])('of %s (%s) is %s', (_, error, kind) => expect(failureKind(error)).toBe(kind));
});
