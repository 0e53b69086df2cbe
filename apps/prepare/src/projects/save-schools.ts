import { refused, type Verdict } from '@academies/contracts';
import { establishmentsByUrn, trustByUkprn } from '@academies/register';
import { changeSchools } from './change-schools.ts';
import type { StoredProject } from './load-project.ts';
import { openElsewhere } from './open-elsewhere.ts';
import type { Asking } from './projects.ts';

/** Looks the schools up and changes them: in the register, open, of the right kind, and in no other open project. */
export const saveSchools =
  (urns: readonly string[]) =>
  async (project: StoredProject, { em, by, check }: Asking): Promise<Verdict> => {
    const { facts } = project;
    const found = await establishmentsByUrn(em, urns);
    const missing = urns.find((urn) => !found.has(urn));
    if (missing !== undefined) return refused(`The register has no school with the URN ${missing}`, 'school');
    const { outgoingTrustUkprn } = facts;
    const outgoingTrust = outgoingTrustUkprn ? ((await trustByUkprn(em, outgoingTrustUkprn)) ?? null) : null;
    const broken = await check({ ...facts, academies: urns.map((urn) => ({ urn })) });
    const elsewhere = await openElsewhere(em, urns, facts.id);
    const schools = [...found.values()];
    return changeSchools(project, { schools, outgoingTrust, broken: [...broken, ...elsewhere], by });
  };
