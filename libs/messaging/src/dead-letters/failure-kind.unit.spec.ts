import { PermanentError, PoisonError, TransientError } from '@academies/contracts';
import { failureKind, RepeatedFailures } from './failure-kind.ts';

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
    ['a renamed column', withCode('42703'), 'transient'],
    ['a right that was withdrawn', withCode('42501'), 'transient'],
    ['a wrong password', withCode('28P01'), 'transient'],
    ['a database that is not there', withCode('3D000'), 'transient'],
    ['too many connections', withCode('53300'), 'transient'],
    ['a connection that fails', withCode('08006'), 'transient'],
    ['a message that the protocol does not carry', withCode('08P01'), 'poison'],
    ['a limit that is configured', withCode('53400'), 'poison'],
    ['a unique key', withCode('23505'), 'poison'],
    ['a text that is no number', withCode('22P02'), 'poison'],
    ['a row that no index takes', withCode('54000'), 'poison'],
    ['a statement that took too long', withCode('57014'), 'poison'],
    ['a mistake in the code', new TypeError('x is undefined'), 'poison'],
    ['a text', 'broken', 'poison'],
  ])('of %s (%s) is %s', (_, error, kind) => expect(failureKind(error)).toBe(kind));
});

describe('Failures that repeat', () => {
  const fails = () => new TypeError('x is undefined');
  const keys = ['a', 'b', 'c', 'd', 'e'];
  const toldBy = (failures: RepeatedFailures, error: () => unknown, atEach = 1_000) =>
    keys.map((key, index) => failures.areToldBy(error(), key, index * atEach));

  it('are the code at fault when five keys met the same error at the same place within a minute', () =>
    expect(toldBy(new RepeatedFailures(), fails)).toEqual([false, false, false, false, true]));

  it('stay so, however long that takes, until an event is handled', () => {
    const failures = new RepeatedFailures();
    toldBy(failures, fails);
    expect(failures.areToldBy(fails(), 'e', 3_600_000)).toBe(true);
    failures.handled();
    expect(failures.areToldBy(fails(), 'e', 3_600_000)).toBe(false);
  });

  it.each<[string, (failures: RepeatedFailures) => boolean[]]>([
    ['they are of one key', (failures) => keys.map(() => failures.areToldBy(fails(), 'a', 0))],
    ['they take longer than a minute', (failures) => toldBy(failures, fails, 20_000)],
    ['they are of data that the database refuses', (failures) => toldBy(failures, () => withCode('23505'))],
    ['rules fail', (failures) => toldBy(failures, () => new PermanentError('RULE', 'broken'))],
    ['we throw them with a code', (failures) => toldBy(failures, () => new PoisonError('X', 'x'))],
  ])('are not when %s', (_, told) => expect(told(new RepeatedFailures())).not.toContain(true));
});
