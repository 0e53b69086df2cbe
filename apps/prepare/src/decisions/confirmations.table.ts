/** What is confirmed before a directive academy order is recorded as revoked (domain/prepare.md, "Recording a decision"). */
export const confirmations = {
  minister_approved: 'A minister has approved that the order is revoked',
  letter_sent: 'The letter about it has been sent',
  letter_saved: 'A copy of the letter is saved in the school’s folder',
} as const;

export type Confirmation = keyof typeof confirmations;
