import { readSettings } from './settings.ts';

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

  it('say which one is wrong', () =>
    expect(() => readSettings({ ...given, DATABASE_URL: 'mysql://x' })).toThrow('DATABASE_URL is wrong'));
});
