import { readSettings, SettingsError } from './read-settings.ts';
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
      /DATABASE_URL is missing.*PUBLIC_URL is missing.*SESSION_SECRET is missing.*SUPPORT_EMAIL is missing.*PERSONAL_DATA_KEPT is missing/,
    );
  });

  it.each([
    ['SESSION_IDLE_MINUTES', '0', 'SESSION_IDLE_MINUTES: must be a whole number from 1 to 1440'],
    ['SESSION_LONGEST_HOURS', '1000', 'SESSION_LONGEST_HOURS: must be a whole number from 1 to 168'],
    ['ROLES_MINUTES', 'hourly', 'ROLES_MINUTES: must be a whole number from 1 to 1440'],
    ['OIDC_SCOPE', 'profile', 'OIDC_SCOPE: begins with openid'],
    ['HOST', 'a host', 'HOST: must be a name or an address, as :: or 127.0.0.1'],
    ['KEEP_ALIVE_SECONDS', '0', 'KEEP_ALIVE_SECONDS: must be a whole number from 1 to 3600'],
    ['OIDC_FORM_ORIGINS', 'sign-out', 'OIDC_FORM_ORIGINS: must be an address as https://example.org'],
    ['FEEDBACK_URL', 'javascript:alert(1)', 'FEEDBACK_URL: must begin with https: or mailto:'],
    ['RISK_IS_KNOWN', 'perhaps', 'RISK_IS_KNOWN: must be yes or no'],
    [
      'PUBLIC_URL',
      'https://prepare.example.org',
      'PUBLIC_URL is https and TRUSTED_PROXIES is 0, so that nobody could sign in: set how many proxies stand before the service, usually 1',
    ],
  ])('stop the start in one sentence when %s is %s', (name, value, sentence) =>
    expect(() => readSettings(shape, { [name]: value })).toThrow(new SettingsError(`Cannot start: ${sentence}`)),
  );

  it('say which one is wrong', () => {
    expect(() => readSettings(shape, { PORT: 'many', OIDC_ISSUER: 'ftp://x' })).toThrow(/PORT: .*OIDC_ISSUER: /);
  });

  it('stop the start in production when data would travel readable, unless the risk is known', () => {
    const production = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://db/prepare',
      PUBLIC_URL: 'https://prepare.example.org',
      PREPARE_URL: 'https://prepare.example.org',
      COMPLETE_URL: 'https://complete.example.org',
      REPORTING_URL: 'https://reporting.example.org',
      OIDC_ISSUER: 'https://identity.example.org',
      OIDC_CLIENT_ID: 'prepare',
      OIDC_CLIENT_SECRET: 'secret',
      SESSION_SECRET: 'x'.repeat(32),
      TRUSTED_PROXIES: '1',
      SUPPORT_EMAIL: 'support@example.org',
      FEEDBACK_URL: 'https://feedback.example.org',
      ACCESSIBILITY_TESTED: 'on 3 March 2027, by the testers',
      DATA_CONTROLLER: 'The Department for Education',
      DATA_PROTECTION_EMAIL: 'data@example.org',
      PERSONAL_DATA_KEPT: 'Seven years',
    };
    expect(() => readSettings(shape, production)).toThrow(
      new SettingsError(
        'Cannot start: DATABASE_URL does not encrypt: add ?sslmode=verify-full, or RISK_IS_KNOWN=yes if nothing of worth is kept here',
      ),
    );
    expect(() => readSettings(shape, { ...production, RISK_IS_KNOWN: 'yes' })).not.toThrow();
    const encrypted = 'postgres://db/prepare?sslmode=verify-full';
    expect(() => readSettings(shape, { ...production, DATABASE_URL: encrypted })).not.toThrow();
    const trial = { ...production, DATABASE_URL: encrypted, TRIAL: 'yes' };
    expect(() => readSettings(shape, trial)).toThrow('Cannot start: TRIAL is yes in production');
    expect(() => readSettings(shape, { ...trial, TRIAL_IN_PRODUCTION: 'yes' })).not.toThrow();
  });
});
