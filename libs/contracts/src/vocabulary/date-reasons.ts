import { vocabulary } from './vocabulary.ts';

/** Why a conversion or transfer date changed (docs/domain/prepare.md, "Date changes"; docs/domain/complete.md, "Dates"). */
export const dateReasons = vocabulary({
  progressing_faster_than_expected: 'Progressing faster than expected',
  correcting_an_error: 'Correcting an error',
  incoming_trust: 'Incoming trust',
  outgoing_trust: 'Outgoing trust',
  school: 'School',
  local_authority: 'Local authority',
  diocese: 'Diocese',
  tupe: 'TUPE (Transfer of Undertakings Protection of Employment rights)',
  pensions: 'Pensions',
  union: 'Union',
  negative_press_coverage: 'Negative press coverage',
  governance: 'Governance',
  finance: 'Finance',
  viability: 'Viability',
  land: 'Land',
  buildings: 'Buildings',
  legal_documents: 'Legal documents',
  voluntary_deferral: 'Voluntary deferral',
  in_a_federation: 'In a federation',
  stakeholder_kick_off: 'Stakeholder kick-off',
  advisory_board_conditions: 'Advisory board conditions',
});
export type DateReason = (typeof dateReasons.names)[number];

/** Reasons that Prepare offers for an earlier date. */
export const earlierDateReasons: readonly DateReason[] = ['progressing_faster_than_expected', 'correcting_an_error'];

/** Reasons that Prepare offers for a later date; some belong to one kind of project only. */
export const laterDateReasons = (kind: 'conversion' | 'transfer'): readonly DateReason[] =>
  dateReasons.names.filter(
    (reason) =>
      !['progressing_faster_than_expected', 'stakeholder_kick_off', 'advisory_board_conditions'].includes(reason) &&
      reason !== (kind === 'conversion' ? 'outgoing_trust' : 'school'),
  );

/** What is wrong with the reasons of a date change: at least one of those that fit, each with its detail. */
export function wrongDateReasons(
  reasons: readonly { readonly reason: DateReason; readonly detail: string }[],
  { from, to, fitting }: { readonly from: string; readonly to: string; readonly fitting: readonly DateReason[] },
): { readonly message: string; readonly field: 'reasons' } | undefined {
  const wrong = (message: string) => ({ message, field: 'reasons' }) as const;
  if (reasons.length === 0) return wrong('Select at least one reason');
  if (reasons.some(({ reason }) => !fitting.includes(reason)))
    return wrong(`Select reasons for ${to < from ? 'an earlier' : 'a later'} date`);
  return reasons.some(({ detail }) => !detail.trim()) ? wrong('Enter details for each reason') : undefined;
}
