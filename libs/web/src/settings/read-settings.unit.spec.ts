import { readSettings } from './read-settings.ts';
import { webSettings } from './web-settings.ts';

const shape = webSettings({ service: 'prepare', port: 3001 });

describe('Settings', () => {
  it('need nothing in development', () => {
    expect(readSettings(shape, {})).toMatchObject({
      PORT: 3001,
      PUBLIC_URL: 'http://localhost:3001',
      OIDC_CLIENT_ID: 'prepare',
    });
  });

  it('stop the start in production with the name of each that is missing', () => {
    expect(() => readSettings(shape, { NODE_ENV: 'production', SESSION_SECRET: '' })).toThrow(
      /DATABASE_URL is missing.*PUBLIC_URL is missing.*SESSION_SECRET is missing/,
    );
  });

  it('say which one is wrong', () => {
    expect(() => readSettings(shape, { PORT: 'many', OIDC_ISSUER: 'ftp://x' })).toThrow(/PORT: .*OIDC_ISSUER: /);
  });
});
