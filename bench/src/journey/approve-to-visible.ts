import { setTimeout as pause } from 'node:timers/promises';
import { personas, visitor, type Visitor } from '@academies/identity';
import { answerApproval, prepareConversion, type System } from '@academies/testing/system';
import type { Figure } from '../results/figure.ts';
import { percentile } from '../results/percentile.ts';

const count = 200;
const warmUp = 10;
/** Free primaries of the fictional register, and a trust of it. */
const firstUrn = 900_400;
const trust = '19000042';

/** From the press of the button in Prepare until a page of Complete and a file of Reporting show the project. */
export async function approveToVisible(system: System): Promise<Figure[]> {
  const somebody = async (service: 'prepare' | 'complete' | 'reporting', who: keyof typeof personas) => {
    const person = visitor(system.at(service));
    await person.signIn(personas[who]);
    return person;
  };
  const officer = await somebody('prepare', 'deliveryOfficer');
  const caseWork = await somebody('complete', 'regionalDeliveryOfficer');
  const consumer = await somebody('reporting', 'dataConsumer');
  const [toComplete, toFile]: [number[], number[]] = [[], []];
  for (let turn = -warmUp; turn < count; turn++) {
    const urn = String(firstUrn + warmUp + turn);
    // A few projects a month, in months that no demo project has: what is waited for is the file, not its length.
    const month = { year: 2032 + Math.floor((turn + warmUp) / 120), month: 1 + ((turn + warmUp) % 12) };
    const id = await prepareConversion(officer, { urn, trust, ...month });
    const record = await answerApproval(officer, id);
    if (!record) throw new Error(`Conversion ${id} of ${urn} is held back`);
    const period = `${month.year}-${String(month.month).padStart(2, '0')}`;
    const list = `/handover?region=all&search=${urn}`;
    const file = `/exports/all-data.csv?from=${period}&to=${period}&bom=no`;
    const pressed = performance.now();
    const recorded = record();
    const [inComplete, inFile] = await Promise.all([
      shows(caseWork, list, (text) => new RegExp(`/projects/[0-9a-f-]{36}`).test(text), pressed),
      shows(
        consumer,
        file,
        (text) => text.split('\r\n').some((row) => row.includes(urn) && row.includes('created')),
        pressed,
      ),
      recorded,
    ]);
    if (turn < 0) continue;
    toComplete.push(inComplete);
    toFile.push(inFile);
  }
  const figure = (what: string, seen: number, atMost?: number): Figure => ({
    what,
    seen,
    unit: 'ms',
    ...(atMost && { aim: { atMost } }),
  });
  return [
    figure('in Complete, p50', percentile(toComplete, 0.5)),
    figure('in Complete, p99', percentile(toComplete, 0.99), 500),
    figure('in the CSV, p50', percentile(toFile, 0.5)),
    figure('in the CSV, p99', percentile(toFile, 0.99), 1_000),
  ];
}

/** Milliseconds until an address shows it; asks again and again, with a breath in between. */
async function shows(who: Visitor, path: string, isThere: (text: string) => boolean, since: number): Promise<number> {
  for (;;) {
    const { text, status, url } = await who.get(path);
    if (status !== 200) throw new Error(`${url} answers ${status}`);
    if (isThere(text)) return performance.now() - since;
    if (performance.now() - since > 30_000) throw new Error(`${path} does not show the project`);
    await pause(5);
  }
}
