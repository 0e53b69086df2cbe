import { isNewEnough, javaVersion } from './java.ts';

describe('The Java of a machine', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2025-09-16', 25],
    ['java version "1.8.0_202"', 8],
    ['openjdk version "21-ea" 2023-09-19', 21],
    ['bash: java: command not found', undefined],
    ['The operation couldn’t be completed. Unable to locate a Java Runtime.', undefined],
  ])('reads %s', (words, version) => expect(javaVersion(words)).toBe(version));

  it.each([
    [17, true],
    [25, true],
    [11, false],
    [undefined, false],
  ])('version %s runs Kafka: %s', (version, enough) => expect(isNewEnough({ command: 'java', version })).toBe(enough));
});
