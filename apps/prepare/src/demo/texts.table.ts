import type { DateReason, Decision, Outcome } from '@academies/contracts';

/** Sentences of the demo projects, taken in turn. */
export const rationales = [
  'The trust runs two schools nearby and shares its subject leaders with them.',
  'The governors looked at three trusts; this one fits the school’s curriculum best.',
  'The school needs help with attendance, which the trust has improved elsewhere.',
  'Both schools already share a business manager and want to share more.',
] as const;
export const risks = [
  'The roof of the main building is due for renewal.',
  'Pupil numbers fall in the area until 2030.',
  null,
  'The playing field belongs to a charity, whose consent is needed.',
] as const;
export const benefits = ['Shared training for teachers.', 'Lower costs of catering and cleaning.', null] as const;
export const conditions = [
  'The lease of the playing field is signed.',
  'The trust appoints a chair of the local board before the conversion.',
  'The deficit is cleared by the local authority.',
] as const;
export const notes = [
  { subject: 'Visit', text: 'Met the headteacher and the chair of governors. Both are in favour.' },
  { subject: 'Consultation', text: 'The consultation closed with 41 answers, most of them in favour.' },
  { subject: 'Call with the local authority', text: 'They have no objection and will send the land questionnaire.' },
] as const;
export const laterReasons: readonly { reason: DateReason; detail: string }[] = [
  { reason: 'land', detail: 'The lease is not signed yet.' },
  { reason: 'legal_documents', detail: 'The draft of the agreement came back with changes.' },
  { reason: 'tupe', detail: 'The consultation with staff takes another month.' },
  { reason: 'finance', detail: 'The audit of the accounts is not finished.' },
];
export const refusals: Readonly<Record<Outcome, Decision['reasons']>> = {
  approved: [],
  approved_with_conditions: [],
  declined: [
    { reason: 'finance', detail: 'The trust has no plan for the deficit.' },
    { reason: 'governance', detail: 'Two of the trustees have left and were not replaced.' },
    { reason: 'choice_of_trust', detail: 'The trust has no school of this phase.' },
  ],
  deferred: [
    { reason: 'additional_information_needed', detail: 'The budget for three years is missing.' },
    { reason: 'awaiting_next_ofsted_report', detail: 'The report is expected in the autumn.' },
  ],
  withdrawn: [
    { reason: 'other', detail: 'The governors want to look at other trusts first.' },
    { reason: 'performance_concerns', detail: 'The results of the summer changed the case.' },
  ],
  dao_revoked: [
    { reason: 'school_rated_good_or_outstanding', detail: 'The inspection in June found the school to be good.' },
    { reason: 'school_closed_or_closing', detail: 'The local authority closes the school.' },
  ],
};
export const newTrustNames = [
  'Three Weirs',
  'Harebell',
  'Old Beacon',
  'Stepping Stones',
  'Long Meadow',
  'Five Oaks',
  'Sandpiper',
  'Hearth and Field',
] as const;
export const newTrustKinds = ['Learning Trust', 'Academies Trust', 'Schools Partnership'] as const;
