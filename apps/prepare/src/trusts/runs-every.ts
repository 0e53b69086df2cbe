import type { Establishment, Trust } from '@academies/contracts';

/** What is wrong when a trust does not run every one of these academies (domain/prepare.md, "What a project holds"). */
export function notRunBy(trust: Trust, academies: readonly Establishment[]): string | undefined {
  const others = academies.filter((academy) => academy.trust.code !== trust.groupUid).map(({ name }) => name);
  return others.length > 0 ? `${trust.name} does not run ${others.join(', ')}` : undefined;
}
