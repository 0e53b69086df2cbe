/** Types of school, with their GIAS code and group (public reference data of GIAS). */
export const types = {
  community: { code: '01', name: 'Community school', group: 'Local authority maintained schools' },
  voluntaryAided: { code: '02', name: 'Voluntary aided school', group: 'Local authority maintained schools' },
  voluntaryControlled: { code: '03', name: 'Voluntary controlled school', group: 'Local authority maintained schools' },
  foundation: { code: '05', name: 'Foundation school', group: 'Local authority maintained schools' },
  communitySpecial: { code: '07', name: 'Community special school', group: 'Special schools' },
  pupilReferral: { code: '14', name: 'Pupil referral unit', group: 'Local authority maintained schools' },
  nursery: { code: '15', name: 'Local authority nursery school', group: 'Local authority maintained schools' },
  independent: { code: '11', name: 'Other independent school', group: 'Independent schools' },
  college: { code: '18', name: 'Further education', group: 'Colleges' },
  freeSchool: { code: '35', name: 'Free schools', group: 'Free Schools' },
  freeSpecial: { code: '36', name: 'Free schools special', group: 'Free Schools' },
  freeAlternative: { code: '38', name: 'Free schools alternative provision', group: 'Free Schools' },
  freeSixteen: { code: '39', name: 'Free schools 16 to 19', group: 'Free Schools' },
  technicalCollege: { code: '40', name: 'University technical college', group: 'Free Schools' },
  studioSchool: { code: '41', name: 'Studio schools', group: 'Free Schools' },
  sponsorLed: { code: '28', name: 'Academy sponsor led', group: 'Academies' },
  specialSponsorLed: { code: '33', name: 'Academy special sponsor led', group: 'Academies' },
  converter: { code: '34', name: 'Academy converter', group: 'Academies' },
  alternativeConverter: { code: '42', name: 'Academy alternative provision converter', group: 'Academies' },
  alternativeSponsorLed: { code: '43', name: 'Academy alternative provision sponsor led', group: 'Academies' },
  specialConverter: { code: '44', name: 'Academy special converter', group: 'Academies' },
  sixteenConverter: { code: '45', name: 'Academy 16-19 converter', group: 'Academies' },
  sixteenSponsorLed: { code: '46', name: 'Academy 16 to 19 sponsor led', group: 'Academies' },
  secureSixteen: { code: '57', name: 'Academy secure 16 to 19', group: 'Academies' },
} as const;
export type SchoolType = keyof typeof types;

/** Phases, with the ages that a school of the phase takes and what its name ends in. */
export const phases = {
  none: { code: '0', name: 'Not applicable', ages: [5, 16], words: ['School', 'Centre'], capacity: [40, 180] },
  nursery: { code: '1', name: 'Nursery', ages: [2, 4], words: ['Nursery School'], capacity: [40, 120] },
  primary: {
    code: '2',
    name: 'Primary',
    ages: [5, 11],
    words: ['Primary School', 'Community Primary School', 'Infant and Junior School'],
    capacity: [105, 630],
  },
  middlePrimary: {
    code: '3',
    name: 'Middle deemed primary',
    ages: [8, 12],
    words: ['Middle School'],
    capacity: [240, 480],
  },
  secondary: {
    code: '4',
    name: 'Secondary',
    ages: [11, 16],
    words: ['High School', 'School', 'Community College'],
    capacity: [600, 1650],
  },
  middleSecondary: {
    code: '5',
    name: 'Middle deemed secondary',
    ages: [9, 13],
    words: ['Middle School'],
    capacity: [360, 600],
  },
  sixteenPlus: { code: '6', name: '16 plus', ages: [16, 19], words: ['Sixth Form College'], capacity: [400, 1900] },
  allThrough: { code: '7', name: 'All-through', ages: [3, 18], words: ['School'], capacity: [900, 2000] },
} as const;
export type SchoolPhase = keyof typeof phases;

/** Statuses. */
export const statuses = {
  open: { code: '1', name: 'Open' },
  closed: { code: '2', name: 'Closed' },
  proposedToClose: { code: '3', name: 'Open, but proposed to close' },
  proposedToOpen: { code: '4', name: 'Proposed to open' },
} as const;
export type SchoolStatus = keyof typeof statuses;

/** Fictional dioceses of schools with a faith; the others say `0000`, not applicable. */
export const dioceses = [
  { code: 'CE91', name: 'Diocese of Marrowby' },
  { code: 'CE92', name: 'Diocese of Quorstow and Larkney' },
  { code: 'RC91', name: 'Archdiocese of Itherholt' },
  { code: 'RC92', name: 'Diocese of Sainte-Zoë' },
] as const;

/** GIAS letters of the regions. */
export const regionLetters = {
  london: 'H',
  south_east: 'J',
  yorkshire_and_the_humber: 'D',
  north_west: 'B',
  east_of_england: 'G',
  west_midlands: 'F',
  north_east: 'A',
  south_west: 'K',
  east_midlands: 'E',
} as const;
