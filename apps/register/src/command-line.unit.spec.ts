import { commandFrom } from './command-line.ts';

describe('The command line', () => {
  it('takes files from where it was called', () =>
    expect(commandFrom(['import', '--establishments', 'e.csv', '--groups', '/tmp/g.csv'], '/home/ada')).toEqual({
      does: 'import',
      files: { establishments: '/home/ada/e.csv', groups: '/tmp/g.csv' },
    }));

  it('takes republish without files', () =>
    expect(commandFrom(['republish'], '/')).toEqual({ does: 'republish', files: {} }));

  it.each([
    [[], 'Say what to do'],
    [['import'], 'Name at least one file'],
    [['import', '--school', 'x'], "Unknown option '--school'"],
    [['import', '--groups'], 'argument missing'],
    [['import', 'x.csv'], 'Unexpected argument'],
    [['republish', 'x'], 'Unknown command: republish x'],
  ])('answers %j with what is wrong and how it is used', (args, message) => {
    expect(() => commandFrom(args, '/')).toThrow(message);
    expect(() => commandFrom(args, '/')).toThrow('Usage:');
  });
});
