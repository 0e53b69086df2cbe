import { commandOf } from './command-line.ts';

describe('The command line for dead letters', () => {
  it.each([
    ['prepare', { service: 'prepare', does: 'list' }],
    ['handover list', { service: 'handover', does: 'list' }],
    ['handover replay', { service: 'handover', does: 'replay', choice: 'all', by: undefined }],
    ['handover replay #17 --by a@b.example', { service: 'handover', does: 'replay', choice: '#17', by: 'a@b.example' }],
    [
      'reporting discard P-1 --note mistake --by a@b.example',
      { service: 'reporting', does: 'discard', choice: 'P-1', note: 'mistake', by: 'a@b.example' },
    ],
  ])('understands %s', (words, command) => expect(commandOf(words.split(' '))).toEqual(command));

  it.each([
    ['', 'Name a service'],
    ['payroll list', 'There is no service payroll'],
    ['prepare dance', 'There is no command dance'],
    ['prepare discard', 'Name the key'],
    ['prepare discard P-1 --note mistake', 'needs --note and --by'],
    ['prepare list --loudly', 'Unknown option'],
  ])('says what is wrong with "%s", and how it should be', (words, message) => {
    const read = () => commandOf(words.split(' ').filter(Boolean));
    expect(read).toThrow(message);
    expect(read).toThrow('npm run dead-letters -- <service> list');
  });
});
