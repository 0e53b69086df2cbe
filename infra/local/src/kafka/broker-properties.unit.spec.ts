import { asPropertiesFile, asVariables, brokerProperties } from './broker-properties.ts';

const properties = brokerProperties({ advertised: '127.0.0.1', port: 19092, controllerPort: 19093, logDirs: '/data' });

describe('Our broker', () => {
  it('is heard on the loopback only', () =>
    expect(properties['listeners']).toBe('PLAINTEXT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093'));

  it('creates no topic that nobody asked for', () => expect(properties['auto.create.topics.enable']).toBe('false'));

  it('tells the same to Java and to the official image', () => {
    expect(asPropertiesFile(properties)).toContain('auto.create.topics.enable=false\n');
    expect(asVariables(properties)).toMatchObject({
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_LOG_DIRS: '/data',
    });
  });

  it('has its data in the folder that it is told, whatever its letters: Java reads the file as Latin-1', () => {
    const told = asPropertiesFile({ 'log.dirs': 'C:\\users\\Jürgen/学校' });
    expect(told).toBe('log.dirs=C:\\u005cusers\\u005cJ\\u00fcrgen/\\u5b66\\u6821\n');
  });
});
