import { type IncomingTrust, type PreparedProject, regions, type Trust, trustWarning } from '@academies/contracts';
import type { Option } from '@academies/forms';
import { notRunBy } from '../project/project.ts';
import type { Row } from '../project/summary.ts';
import type { SectionLookUps } from './look-ups.ts';

/** The URNs of a project's school or academies. */
export const urnsOf = ({ academies }: PreparedProject): string[] => academies.map(({ urn }) => urn);

/** What is wrong with these schools: not in the register, or not of the outgoing trust. */
export async function wrongSchools(
  urns: readonly string[],
  { outgoingTrustUkprn }: PreparedProject,
  look: SectionLookUps,
) {
  const found = await look.schools(urns);
  const missing = urns.find((urn) => !found.has(urn));
  if (missing !== undefined) return `The register has no school with the URN ${missing}`;
  const leaving = await look.trust(outgoingTrustUkprn);
  return leaving && notRunBy(leaving, [...found.values()]);
}

/** The school or trust that is chosen now, for its field to show by name. */
export async function chosenSchool(urn: string | undefined, look: SectionLookUps): Promise<Option[]> {
  const school = urn && (await look.schools([urn])).get(urn);
  return school ? [{ value: school.urn, text: school.name, hint: `URN ${school.urn}` }] : [];
}

export async function chosenTrust(ukprn: string | null, look: SectionLookUps): Promise<Option[]> {
  const trust = await look.trust(ukprn);
  return trust && ukprn ? [{ value: ukprn, text: trust.name, hint: withWarning(`UKPRN ${ukprn}`, trust) }] : [];
}

/** The schools of a project by name, number and place. */
export async function schoolRows(key: string, facts: PreparedProject, look: SectionLookUps): Promise<Row[]> {
  const schools = await look.schools(urnsOf(facts));
  const lines = urnsOf(facts).map((urn) => {
    const { name, localAuthority, region } = schools.get(urn) ?? {};
    const hint = [`URN ${urn}`, localAuthority?.name, region && regions.say(region)].filter(Boolean).join(', ');
    return { text: name ?? 'Not in the register', hint };
  });
  return [{ key, lines }];
}

const withWarning = (numbers: string, trust: Trust): string =>
  [numbers, trustWarning(trust)].filter(Boolean).join(', ');

/** A trust by name and numbers: as the register has it, with a warning when it is to close, else as the project names it. */
export async function trustRow(key: string, said: IncomingTrust, look: SectionLookUps): Promise<Row> {
  const known = await look.trust(said.ukprn ?? said.trn);
  const { name, ukprn, trn } = known ?? said;
  const hint = [ukprn && `UKPRN ${ukprn}`, trn, known && trustWarning(known)].filter(Boolean).join(', ');
  return { key, lines: name || hint ? [{ text: name ?? 'Not known', hint }] : [] };
}
