import { sourceOf } from '../parts/find-parts.ts';
import { localSettings } from './settings.ts';

const sources = (environment: NodeJS.ProcessEnv) => {
  const settings = localSettings(environment);
  return [sourceOf('DATABASE_URL', settings), sourceOf('KAFKA_BROKERS', settings)];
};

describe('Where PostgreSQL and Kafka come from', () => {
  it('is this machine when nothing is said', () => expect(sources({})).toEqual(['local', 'local']));

  it('is containers when asked for', () =>
    expect(sources({ BACKENDS: 'containers' })).toEqual(['containers', 'containers']));

  it('is what the environment names, before all else and each for itself', () =>
    expect(sources({ BACKENDS: 'containers', KAFKA_BROKERS: 'kafka:9092' })).toEqual(['containers', 'environment']));

  it('takes an empty setting for none', () =>
    expect(sources({ DATABASE_URL: '', KAFKA_BROKERS: ' ' })).toEqual(['local', 'local']));
});

describe('Settings of the local parts', () => {
  it('fetch from Maven Central unless told', () => {
    expect(localSettings({}).MAVEN_MIRROR).toBe('https://repo1.maven.org/maven2');
    expect(localSettings({ MAVEN_MIRROR: 'https://jars.example/maven' }).MAVEN_MIRROR).toBe(
      'https://jars.example/maven',
    );
  });

  it('keep what was fetched in the user’s cache', () =>
    expect(localSettings({ ACADEMIES_CACHE: '/somewhere' }).ACADEMIES_CACHE).toBe('/somewhere'));
});
