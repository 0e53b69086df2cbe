import type { Establishment } from '@academies/contracts';
import type { RowFacts } from '../columns/row-facts.ts';
import { authorityCode } from './authority-code.ts';

/** Names of the things in the register that a row may be made from. */
export const mentionOf = {
  school: (urn: string) => `urn:${urn}`,
  trust: (ukprn: string) => `ukprn:${ukprn}`,
  localAuthority: (code: string) => `la:${code}`,
  constituency: (name: string) => `mp:${name}`,
};

/** What a row is made from beside its own project; when one of these changes, the row may change. */
export function mentionsOf({ urn, project, school }: RowFacts): string[] {
  const mentions = [mentionOf.school(urn)];
  if (project.academyUrn) mentions.push(mentionOf.school(project.academyUrn));
  if (project.incomingTrust.ukprn) mentions.push(mentionOf.trust(project.incomingTrust.ukprn));
  if (project.outgoingTrustUkprn) mentions.push(mentionOf.trust(project.outgoingTrustUkprn));
  return school ? mentions.concat(mentionsOfSchool(school)) : mentions;
}

function mentionsOfSchool(school: Establishment): string[] {
  const code = authorityCode(school);
  const { name } = school.constituency;
  return [...(code ? [mentionOf.localAuthority(code)] : []), ...(name ? [mentionOf.constituency(name)] : [])];
}
