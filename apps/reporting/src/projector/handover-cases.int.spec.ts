import { type EventDefinition, eventOfType, type HandoverState } from '@academies/contracts';
import { approvalOf, caseProject, caseUrns, type HandoverCase, handoverCases } from '@academies/handover/cases';
import { aDatabase, type Database, projection } from '../fixtures/database.spec.ts';
import { approved, received, started } from '../fixtures/events.spec.ts';
import { aTransfer } from '../fixtures/states.spec.ts';
import { rowTable } from '../read-model/tables.sql.ts';

const inWords: Partial<Record<HandoverState, string>> = {
  not_due: 'not due',
  held_up: 'held up',
  deleted: 'deleted in Complete',
};

/** The events of a case, about a project of its own. */
function eventsOf({ attempts, counted = attempts.length, status, events }: HandoverCase, number: number) {
  const id = String(2_000 + number);
  const own = <Value>(value: Value): Value =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll(`"${caseProject}"`, `"${id}"`)
        .replaceAll('01999c5e-7a10-7c3e', `01999c5e-7a10-7${String(number).padStart(3, '0')}`),
    ) as Value;
  const transfer = (urns: readonly string[], count: number) =>
    aTransfer({ id, academies: urns.map((urn) => ({ urn })), attempts: count });
  return [
    ...attempts.map((urns, index) => approved(transfer(urns, index + 1), { id: own(approvalOf(index + 1)) })),
    started({ ...transfer(caseUrns, counted), status }),
    ...events.map(({ type, value }) => received(eventOfType(type) as EventDefinition, own(value), { key: id })),
  ];
}

describe('The handover of an academy, told by the journal', () => {
  let database: Database;
  beforeAll(async () => {
    database = await aDatabase();
    for (const [number, each] of handoverCases.entries()) {
      const events = eventsOf(each, number);
      if (number % 2 === 0) await database.apply(...events);
      else for (const event of events) await database.apply(event);
    }
  });
  afterAll(() => database.drop());

  it.each(handoverCases.map((each, number) => [each.name, each, number] as const))('%s', async (_, each, number) => {
    const { rows } = await database.client.query<{ urn: string; state: string }>(
      `select school_urn as urn, handover_state as state from ${rowTable(projection.fingerprint)} where project_reference like $1`,
      [`${2_000 + number}/%`],
    );
    expect(Object.fromEntries(rows.map(({ urn, state }) => [urn, state]))).toEqual(
      Object.fromEntries(Object.entries(each.states).map(([urn, state]) => [urn, inWords[state] ?? state])),
    );
  });
});
