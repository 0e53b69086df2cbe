import { allEvents, eventOfType, topics } from '../index.ts';

describe('Every event', () => {
  it.each(allEvents.map((event) => [event.type, event] as const))(
    '%s has an example that its own schema accepts',
    (_, event) => {
      expect(() => event.value.parse(event.example())).not.toThrow();
    },
  );

  it('has a type in the past tense with a version, unlike any other', () => {
    const types = allEvents.map((event) => event.type);
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(type).toMatch(/^[a-z]+(\.[a-z-]+)*\.v\d+$/);
  });

  it('is found by its type and goes to a topic that exists', () => {
    for (const event of allEvents) {
      expect(eventOfType(event.type)).toBe(event);
      expect(topics).toHaveProperty([event.topic]);
    }
  });
});
