import { partitionOf } from '@academies/messaging';
import { brokenRules, handoverFacts, type RuleLookUps } from '@academies/handover';
import { demoLines } from './lines.ts';
import { places, ukprnOf } from './places.ts';
import { scenarioOf } from './scenario.ts';
import type { PreparedProject } from '@academies/contracts';

const lines = demoLines();
/** A register and other services that know nothing. */
const nothingKnown: RuleLookUps = {
  school: () => undefined,
  trust: () => undefined,
  namesUnderTrn: () => [],
  trustsInGroup: () => [],
  livingProject: () => undefined,
};
const stateOf = (line: (typeof lines)[number]): PreparedProject => {
  const place = places();
  const transfer = line.kind === 'transfer';
  return scenarioOf(line, {
    urns: transfer ? ['902001', '902002'] : [place.school(line)],
    joined: place.joined(line),
    outgoingTrustUkprn: transfer ? ukprnOf(place.left(line)) : null,
    group: null,
  }).state.facts;
};

describe('The demo projects', () => {
  it('are a few hundred, numbered from 1001 on', () => {
    expect(lines.length).toBeGreaterThan(300);
    expect([lines[0]?.number, lines.at(-1)?.number]).toEqual([1001, 1000 + lines.length]);
  });

  it('are the same every time', () => expect(lines.map(stateOf)).toEqual(lines.map(stateOf)));

  it('hold ten and more of each kind that Dara Officerly can approve', () => {
    const ready = lines.filter(({ ready, fault }) => ready && !fault);
    const count = (test: (line: (typeof lines)[number]) => boolean) => ready.filter(test).length;
    expect(count(({ route, formingAMat }) => route === 'voluntary' && !formingAMat)).toBeGreaterThanOrEqual(10);
    expect(count(({ route }) => route === 'sponsored')).toBeGreaterThanOrEqual(10);
    expect(count(({ kind }) => kind === 'transfer')).toBeGreaterThanOrEqual(10);
    expect(count(({ formingAMat }) => formingAMat === true)).toBeGreaterThanOrEqual(10);
    for (const line of ready)
      expect(stateOf(line)).toMatchObject({ status: 'pre_decision', assignedTo: { name: 'Dara Officerly' } });
  });

  it('were decided in the past', () => {
    for (const line of lines) expect(stateOf(line).decision?.date ?? '2026-01-01' <= '2026-10-30').toBeTruthy();
  });

  it('have schools of their own', () => {
    const place = places();
    const schools = lines
      .filter(({ kind, racing }) => kind === 'conversion' && !racing)
      .map((line) => place.school(line));
    expect(new Set(schools).size).toBe(schools.length);
  });

  it('that race for a school come in pairs that are handed over in one order everywhere', () => {
    const racing = lines.filter(({ racing }) => racing).map(({ number }) => number);
    const pairs = racing.flatMap((first, index) => (index % 2 === 0 ? [[first, racing[index + 1]!] as const] : []));
    expect(pairs).toHaveLength(3);
    for (const [first, second] of pairs)
      expect([second - first, partitionOf('prepare.projects', String(first))]).toEqual([
        1,
        partitionOf('prepare.projects', String(second)),
      ]);
  });

  it('break a rule where they are meant to', () => {
    for (const line of lines.filter(({ fault }) => fault && fault !== 'no region' && fault !== 'trust unknown')) {
      const facts = handoverFacts(stateOf(line), '900001', nothingKnown, {
        today: '2026-11-01',
        allowedDomains: ['education.gov.uk'],
        decisionDate: null,
      });
      const broken = brokenRules(facts).map(({ fixOn }) => fixOn);
      const page = {
        'nobody assigned': 'assigned-to',
        'person outside': 'assigned-to',
        'no date': 'proposed-date',
        'no TRN': 'incoming-trust',
      };
      expect(broken).toContain(page[line.fault as keyof typeof page]);
    }
  });
});
