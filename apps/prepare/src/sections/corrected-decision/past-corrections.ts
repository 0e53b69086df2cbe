import type { PreparedProject } from '@academies/contracts';
import { isDeepStrictEqual } from 'node:util';
import { trustRow } from '../in-register.ts';
import type { SectionLookUps } from '../look-ups.ts';

/** Each correction of the decision, newest first: the trust that it named before, by name and numbers. */
export async function pastCorrections(facts: PreparedProject, look: SectionLookUps) {
  const { trustCorrections } = facts;
  const told = trustCorrections.map(async ({ incomingTrust, outgoingTrustUkprn: ukprn, ...said }, at) => {
    const after = trustCorrections[at + 1] ?? facts;
    const isIncoming = !isDeepStrictEqual(incomingTrust, after.incomingTrust);
    const key = `${isIncoming ? 'Incoming' : 'Outgoing'} trust that it named`;
    const { lines = [] } = await trustRow(key, isIncoming ? incomingTrust : { ukprn, trn: null, name: null }, look);
    const named = lines.flatMap(({ text, hint }) => [text, ...(hint ? [hint] : [])]).join(', ');
    return { key, named, ...said };
  });
  return (await Promise.all(told)).reverse();
}
