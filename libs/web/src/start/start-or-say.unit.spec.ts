import { readSettings } from '../settings/read-settings.ts';
import { processSettings } from '../settings/web-settings.ts';
import { startOrSay } from './start-or-say.ts';

describe('A process that cannot start', () => {
  const said: string[] = [];
  const ending = {
    say: (sentence: string) => void said.push(sentence),
    end: (code: number) => void said.push(`${code}`),
  };

  it('says which setting is missing in one line, without a trace, and ends with 1', async () => {
    const shape = processSettings({ service: 'prepare', port: 3001 });
    await startOrSay(async () => readSettings(shape, { NODE_ENV: 'production' }), ending);
    expect(said).toEqual(['Cannot start: DATABASE_URL is missing', '1']);
  });

  it('of a fault of ours tells all', () =>
    expect(startOrSay(() => Promise.reject(new TypeError('x is undefined')), ending)).rejects.toThrow(TypeError));
});
