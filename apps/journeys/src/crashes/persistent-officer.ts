import { setTimeout as pause } from 'node:timers/promises';
import { personas, visitor } from '@academies/identity';
import { answerApproval, prepareConversion } from '@academies/testing/system';

/** A trust of the fictional register. */
const trust = '19000042';
/** How long one thing is tried; on a busy machine a process takes seconds to come back. */
const patienceMs = 180_000;

/**
 * A delivery officer who does not give up. While one Prepare is dead the other is asked, as a load balancer would; what
 * may have been done already is looked up before it is done again.
 */
export async function persistentOfficer(url: string, doors: readonly string[]) {
  const door: Record<string, string> = { [url]: doors[0]! };
  const officer = visitor(url, door);
  const patiently = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const end = performance.now() + patienceMs;
    for (let turn = 1; ; turn++) {
      try {
        return await work();
      } catch (error) {
        if (performance.now() > end) throw error;
        door[url] = doors[turn % doors.length]!;
        await pause(100);
      }
    }
  };
  await patiently(() => officer.signIn(personas.deliveryOfficer));
  return {
    prepare: (urn: string) => patiently(() => prepareConversion(officer, { urn, trust, year: 2031, month: 4 })),
    approve: (id: string) =>
      patiently(async () => {
        const { text, status } = await officer.get(`/projects/${id}`);
        if (/>Decision<\/h2>/.test(text)) return;
        const record = await answerApproval(officer, id);
        if (!record) throw new Error(`Project ${id} cannot be approved (${status})`);
        await record();
      }),
  };
}
