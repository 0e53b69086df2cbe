import type { WebOptions } from '../settings/web-options.ts';

/** A cookie as the cookies page tells it. */
interface Cookie {
  readonly name: string;
  readonly purpose: string;
  readonly expires: string;
}

/** Every cookie that the pages of a service set. All are needed for what somebody asks for, so none needs consent. */
export const cookiesOf = ({ service, settings }: WebOptions): readonly Cookie[] => [
  {
    name: `${service}.sid`,
    purpose: 'Keeps you signed in',
    expires: `When you sign out, after ${settings.SESSION_IDLE_MINUTES} minutes without use, or ${settings.SESSION_LONGEST_HOURS} hours after you signed in`,
  },
  {
    name: `${service}.sign-in. and letters`,
    purpose: 'Remembers a sign-in that is under way, and the page that you asked for',
    expires: 'When you have signed in, or after 1 hour',
  },
  {
    name: `${service}.notice. and letters`,
    purpose: 'Tells you on the next page what was done',
    expires: 'When the page was shown, or after 5 minutes',
  },
  {
    name: `${service}.typed. and letters`,
    purpose: 'Opens what you had typed when your sign-in ended, so that it is there after you sign in again',
    expires: 'When you send the form again, or after 1 hour',
  },
  {
    name: `${service}.list. and letters`,
    purpose: 'Remembers how you narrowed a list, so that you come back to it as it was',
    expires: 'After 8 hours',
  },
];
