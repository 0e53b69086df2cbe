import {
  anExampleCompleteProject,
  type CompleteProject,
  regions,
  CompleteProject as Schema,
} from '@academies/contracts';
import { scenarioOf } from './scenario.ts';

/** Arrivals as Prepare's demo makes them, more or less. */
const arrivals = Array.from({ length: 160 }, (_, index): CompleteProject => {
  const sponsored = index % 4 === 1;
  const transfer = index % 4 === 2;
  return {
    ...anExampleCompleteProject,
    prepareId: String(1140 + index),
    urn: String((transfer ? 902_001 : 900_001) + index),
    kind: transfer ? 'transfer' : 'conversion',
    directiveAcademyOrder: transfer ? null : sponsored,
    outgoingTrustUkprn: transfer ? '19000077' : null,
    advisoryBoardDate: `2026-0${3 + (index % 6)}-12`,
    provisionalDate: `2026-${String(7 + (index % 6)).padStart(2, '0')}-01`,
    significantDate: `2026-${String(7 + (index % 6)).padStart(2, '0')}-01`,
    region: regions.names[index % 9] ?? null,
    formingAMat: index % 10 === 3,
    incomingTrust:
      index % 10 === 3
        ? { ukprn: null, trn: 'TR90301', name: 'Three Rivers Trust' }
        : { ukprn: '19000042', trn: null, name: null },
  };
});
const scenario = (project: CompleteProject) =>
  scenarioOf(project, { schoolName: 'Larkmere Primary School', trustInRegister: project.incomingTrust.ukprn !== null });
const ends = arrivals.map((project) => scenario(project).state);
/** Every run makes events anew; what they say is the same. */
const told = (project: CompleteProject) => scenario(project).events.map(({ id: _, ...event }) => event);

describe('The demo projects of Complete', () => {
  it('are the same every time', () => expect(arrivals.map(told)).toEqual(arrivals.map(told)));

  it('keep every rule, and are what the contract says', () => {
    for (const project of ends) expect(Schema.safeParse(project).error).toBeUndefined();
  });

  it.each([
    ['wait for handover', ({ state }: CompleteProject) => state === 'inactive', 15],
    ['run', ({ state }: CompleteProject) => state === 'active', 40],
    ['are completed', ({ state }: CompleteProject) => state === 'completed', 5],
    ['are revoked', ({ state }: CompleteProject) => state === 'dao_revoked', 1],
    ['are on hold', ({ onHold }: CompleteProject) => onHold !== null, 3],
    ['have a confirmed date', ({ dateConfirmed }: CompleteProject) => dateConfirmed, 40],
    ['are unassigned', ({ state, assignedTo }: CompleteProject) => state === 'active' && !assignedTo, 3],
    ['are run by the caseworker', ({ assignedTo }: CompleteProject) => assignedTo?.name === 'Casey Workwise', 15],
    ['have contacts', ({ contacts }: CompleteProject) => contacts.length > 0, 40],
  ] as const)('%s', (_, isSo, atLeast) => expect(ends.filter(isSo).length).toBeGreaterThanOrEqual(atLeast));
});
