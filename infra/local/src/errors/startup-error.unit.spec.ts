import { inOneLine, StartupError } from './startup-error.ts';

const failure = (code: string, path: string) => Object.assign(new Error(`${code}: it failed`), { code, path });

describe('What stopped us, in one line,', () => {
  it('says what is wrong and what to do', () =>
    expect(inOneLine(new StartupError('Port 3001 is in use.', 'Stop that program.'))).toBe(
      'Port 3001 is in use. Stop that program.',
    ));

  it('knows a full disk, however deep it lies', () =>
    expect(inOneLine(new Error('could not write', { cause: failure('ENOSPC', '/data') }))).toMatch(
      /^The disk is full \(at \/data\)\. Free some space/,
    ));

  it('knows a folder that is not ours', () =>
    expect(inOneLine(failure('EACCES', '/data'))).toMatch(/^No permission for \/data\./));

  it('keeps the words of what nobody foresaw, without a stack', () =>
    expect(inOneLine(new TypeError('x is not a function'))).toBe('x is not a function'));
});
