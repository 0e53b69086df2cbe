import { subscription, type Subscription } from '@academies/messaging';

/** The topics of the register, every type handled; to be spread into the subscription of a service. */
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

/** A subscription to the register alone: with `applyRegisterEvents` as the consumer's `apply`, a service's copy. */
export const registerSubscription = (group: string): Subscription => subscription({ group, topics: registerTopics });
