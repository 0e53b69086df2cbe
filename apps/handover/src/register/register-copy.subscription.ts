import { subscription } from '@academies/messaging';
import { registerTopics } from '@academies/register';

/** Complete's copy of the register, which Handover keeps. */
export const registerCopy = subscription({ group: 'complete-register', topics: registerTopics });
