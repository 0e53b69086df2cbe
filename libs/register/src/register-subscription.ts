/** The topics of the register, every type handled; to be spread into a subscription. */
export const registerTopics = {
  'register.establishments': {
    'register.establishment.changed.v1': 'handled',
    'register.establishment.state-republished.v1': 'handled',
  },
  'register.trusts': {
    'register.trust.changed.v1': 'handled',
    'register.trust.state-republished.v1': 'handled',
  },
  'register.constituencies': {
    'register.constituency.changed.v1': 'handled',
    'register.constituency.state-republished.v1': 'handled',
  },
} as const;
