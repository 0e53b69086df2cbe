import { settingsAreInTheDocs } from '@academies/testing';
import { readSettings, settingsShape } from './settings.ts';

const given = { DATABASE_URL: 'postgres://localhost/register', KAFKA_BROKERS: 'a:9092, b:9092' };

describe('Settings', () => {
  it('come from the environment', () =>
    expect(readSettings(given)).toMatchObject({
      DATABASE_URL: given.DATABASE_URL,
      KAFKA_BROKERS: ['a:9092', 'b:9092'],
    }));

  it('stop the start in production, each by its name', () =>
    expect(() => readSettings({ NODE_ENV: 'production', KAFKA_BROKERS: '' })).toThrow(
      /DATABASE_URL is missing.*KAFKA_BROKERS is missing/,
    ));

  it('stop the start in production when events or data would travel readable, each with what to set', () => {
    const start = (more: Record<string, string>) => () => readSettings({ NODE_ENV: 'production', ...given, ...more });
    expect(start({})).toThrow(
      /^Cannot start: DATABASE_URL does not encrypt: add \?sslmode=verify-full, or RISK_IS_KNOWN=yes/,
    );
    expect(start({ RISK_IS_KNOWN: 'yes' })).not.toThrow();
    expect(start({ DATABASE_URL: `${given.DATABASE_URL}?sslmode=verify-full` })).not.toThrow();
  });

  it('say which one is wrong', () =>
    expect(() => readSettings({ ...given, DATABASE_URL: 'mysql://x' })).toThrow('DATABASE_URL is wrong'));
});

settingsAreInTheDocs('Register', settingsShape);
