import { allEvents, type EventDefinition } from '@academies/contracts';
import { personas, visitor } from '@academies/identity';
import { messagingOf, openBroker } from '@academies/messaging';
import { count, mutation, settled, startSystem, type System } from '@academies/testing/system';
import fc from 'fast-check';
import { pino } from 'pino';
import { v7 } from 'uuid';

const many = 5_000;
/** Who publishes to a topic, by the first word of its name; watermarks are published by all. */
const sourceOf = ({ topic }: EventDefinition) => (topic === 'watermarks' ? 'prepare' : topic.split('.')[0]!);

let system: System;
beforeAll(async () => void (system = await startSystem({ RATE_LIMIT_EXPORTS: '1000000' })));
afterAll(() => system?.stop());

/** Every report as it is now, by its name. */
async function files(): Promise<Record<string, string[]>> {
  const consumer = visitor(system.at('reporting'));
  await consumer.signIn(personas.dataConsumer);
  const { text } = await consumer.get('/exports');
  const names = [...text.matchAll(/<dt[^>]*><a[^>]* href="\/exports\/([a-z-]+)"/g)].map(([, name]) => name!);
  const found: Record<string, string[]> = {};
  for (const name of names) {
    const file = await consumer.get(`/exports/${name}.csv?bom=no&from=2020-01&to=2039-12`);
    const all = file.status === 200 ? file : await consumer.get(`/exports/${name}.csv?bom=no`);
    if (all.status !== 200) throw new Error(`${name} answers ${all.status}: ${all.text}`);
    found[name] = all.text.split('\r\n');
  }
  return found;
}

/** What the examples of contracts are about, as something that nobody has: the values of the good are theirs alone. */
const ofNobody = (subject: string): [RegExp, string][] => [
  [/"104[23]"/g, `"${subject}"`],
  [/"90(\d{4})"/g, '"80$1"'],
  [/"19(\d{6})"/g, '"18$1"'],
  [/"TR90(\d{3})"/g, '"TR89$1"'],
  [/"9(0\d\d)"/g, '"8$1"'],
  [/"099(\d{5})"/g, '"088$1"'],
  [/"911"/g, '"899"'],
  [/Marrowby/g, 'Nowhere'],
  [/(GRP|FAM)_0{6}/g, '$1_999999'],
  [/01999c5e-7a10-7c3e-9b1a-3f0c5d2e8a11/g, v7()],
];

/** An event of some type about something that nobody has, as its service would publish it. */
function message(index: number) {
  const event = allEvents[index % allEvents.length]!;
  const subject = `9${String(index).padStart(6, '0')}`;
  return {
    topic: event.topic,
    key: subject,
    value: ofNobody(subject).reduce((text, [what, by]) => text.replaceAll(what, by), JSON.stringify(event.example())),
    headers: {
      ce_specversion: '1.0',
      ce_id: v7(),
      ce_source: sourceOf(event),
      ce_type: event.type,
      ce_time: new Date().toISOString(),
      ce_subject: subject,
      ce_sequence: '1',
    },
  };
}

const readers = ['prepare', 'complete', 'reporting'] as const;

describe('5,000 messages of every topic, changed at random in any part', () => {
  it('are each parked, dropped or taken; every file keeps the bytes of the good, and nobody is degraded', async () => {
    await settled(system);
    const before = await files();
    const parkedBefore = await parked();
    const taken = async () => count(system.databases.reporting.url, 'select from journal');
    const takenBefore = await taken();

    const odd = fc.sample(mutation, { seed: 20261130, numRuns: many }).map((mutate, index) => mutate(message(index)));
    const { kafka } = messagingOf('mutated', { ...system.kafka, TRIAL: 'no' });
    const broker = openBroker(kafka, pino({ level: 'silent' }));
    await broker.publish(odd);
    await broker.close(5_000);
    await settled(system, 540_000);

    const [nowParked, nowTaken] = [await parked(), (await taken()) - takenBefore];
    console.log(`Of ${many} changed messages Reporting took ${nowTaken}; parked: ${JSON.stringify(nowParked)}`);
    expect(parkedBefore).toEqual({ prepare: 0, complete: 0, reporting: 0 });
    expect(nowTaken).toBeGreaterThan(many / 3);
    expect(nowParked.reporting).toBeGreaterThan(many / 20);

    const after = await files();
    expect(Object.keys(before)).toHaveLength(9);
    for (const [name, lines] of Object.entries(before)) {
      const good = new Set(lines);
      const still = after[name]!.filter((line) => good.has(line));
      expect([name, lines.filter((line) => !still.includes(line))]).toEqual([name, []]);
      expect(still.join('\r\n') === lines.join('\r\n')).toBe(true);
    }
    expect(await Promise.all(readers.map(wellness))).toEqual(readers.map(() => ['up', 'up']));
  });
});

async function parked(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of readers)
    found[name] = await count(system.databases[name].url, "select from dead_letter where state = 'parked'");
  return found;
}

/** Whether a service's consumers and its relay are well; what stands parked is told apart from them. */
async function wellness(name: (typeof readers)[number]) {
  const answer = await fetch(`${system.at(name)}/health/ready`);
  const { checks } = (await answer.json()) as { checks: Record<string, { status: string }> };
  return [checks['consumers']?.status, checks['relay']?.status];
}
