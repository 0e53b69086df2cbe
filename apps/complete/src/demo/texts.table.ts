/** Why projects are on hold. */
export const holds = [
  'The land transfer waits for the diocese.',
  'The trust reviews its growth plans until the new year.',
  'The local authority has not agreed the pension deficit yet.',
];

/** What was decided when an order was revoked. */
export const revocation = {
  minister: 'Minister for School Standards',
  reasons: [
    { reason: 'school_rated_good_or_outstanding', detail: 'The school was judged good at its last inspection.' },
  ],
} as const;

/** What regional delivery officers tell Regional Casework Services. */
export const handoverComments = [
  'The governing body meets on the second Tuesday of each month. Please send papers a week before.',
  'The land is leased from the county until 2041; the solicitors know about it.',
  'A PFI contract ends next summer. The local authority leads on the variation.',
  'The school shares its kitchen with a nursery. The arrangement must be in the transfer agreement.',
];

/** Names of contacts, put together by turns; they belong to nobody. */
export const firstNames = [
  'Averil',
  'Bram',
  'Clodagh',
  'Davin',
  'Esme',
  'Fergus',
  'Gwenda',
  'Hal',
  'Isolde',
  'Jem',
  'Kerensa',
];
export const lastNames = [
  'Ashgrove',
  'Birchwater',
  'Coldharbour',
  'Dunmere',
  'Elmstow',
  'Fairclough-Rye',
  'Greenhythe',
];

/** What is written where a task asks for words. */
export const plainAnswers: Readonly<Record<string, string>> = {
  arrangement: 'The nursery stays with the governing body for now.',
  provision: "The children's centre moves to the local authority's own building.",
  reason: 'The trust has its own policy, which covers more.',
};
