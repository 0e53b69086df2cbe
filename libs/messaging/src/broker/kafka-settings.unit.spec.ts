import { developmentValues, whatStops } from '@academies/contracts';
import { z } from 'zod';
import { kafkaSettings, messagingOf } from './kafka-settings.ts';

const shape = kafkaSettings();
const read = (given: Record<string, unknown>) => z.object(shape).parse({ KAFKA_BROKERS: 'a:9092', ...given });
const stops = (given: Record<string, unknown>, around: Record<string, string> = {}) =>
  whatStops(shape, { ...read(given), ...around });
const production = { NODE_ENV: 'production' };

describe('The settings of Kafka', () => {
  it('keep three copies and encrypt unless told, and neither in development', () => {
    expect(read({})).toMatchObject({ KAFKA_REPLICATION: 3, KAFKA_MIN_IN_SYNC: 2, KAFKA_TLS: 'yes' });
    expect(read(developmentValues(shape))).toMatchObject({
      KAFKA_REPLICATION: 1,
      KAFKA_MIN_IN_SYNC: 1,
      KAFKA_TLS: 'no',
    });
    expect(stops({}, production)).toEqual([]);
  });

  it.each([
    [{ KAFKA_REPLICATION: '2' }, 'KAFKA_REPLICATION is below 3, so that one broker can lose events: set 3'],
    [{ KAFKA_TLS: 'no' }, 'KAFKA_TLS is no, so that events travel readable: set yes'],
  ])('refuse in production what is a risk, unless it is known: %j', (given, sentence) => {
    const asked = ', or RISK_IS_KNOWN=yes if nothing of worth is kept here';
    expect(stops(given, production)).toEqual([sentence + asked]);
    expect(stops(given, { ...production, RISK_IS_KNOWN: 'yes' })).toEqual([]);
    expect(stops(given)).toEqual([]);
  });

  it.each([
    [
      { KAFKA_REPLICATION: '3', KAFKA_MIN_IN_SYNC: '4' },
      'KAFKA_MIN_IN_SYNC is above KAFKA_REPLICATION, so that nothing could ever be published: set a lower one',
    ],
    [{ KAFKA_SASL: 'plain', KAFKA_USERNAME: 'me' }, 'KAFKA_SASL is plain: set KAFKA_USERNAME and KAFKA_PASSWORD too'],
  ])('refuse what cannot work together: %j', (given, sentence) => expect(stops(given)).toEqual([sentence]));

  it.each([
    [{ KAFKA_REPLICATION: 'three' }, 'must be a whole number from 1 to 9'],
    [{ KAFKA_MIN_IN_SYNC: '0' }, 'must be a whole number from 1 to 9'],
    [{ KAFKA_TLS: 'on' }, 'must be yes or no'],
    [{ KAFKA_SASL: 'gssapi' }, 'must be none, plain, scram-sha-256 or scram-sha-512'],
  ])('say what each must be: %j', (given, sentence) => expect(() => read(given)).toThrow(sentence));

  it('reach broker and topics', () => {
    const given = { KAFKA_SASL: 'scram-sha-256', KAFKA_USERNAME: 'me', KAFKA_PASSWORD: 'secret' };
    expect(messagingOf('prepare', read(given))).toMatchObject({
      kafka: { ssl: true, sasl: { mechanism: 'scram-sha-256', username: 'me', password: 'secret' } },
      durability: { replicationFactor: 3, minInSyncReplicas: 2 },
    });
    expect(messagingOf('prepare', { KAFKA_BROKERS: ['a:9092'] }).kafka.ssl).toBe(false);
  });
});
