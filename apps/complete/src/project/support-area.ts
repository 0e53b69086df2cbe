import { type Area, placed } from '@academies/lists';
import type { SignedInUser } from '@academies/web';

const place = (text: string, href: string) => ({ text, href });

/** What service support looks after (docs/domain/complete-pages.md, "Service support"). */
export const supportArea: Area = {
  label: 'Service support',
  places: [
    {
      ...place('Academy URNs', '/service-support/academy-urns'),
      tabs: [
        place('To enter', '/service-support/academy-urns'),
        place('Entered', '/service-support/academy-urns/entered'),
      ],
    },
    {
      ...place('People', '/service-support/people'),
      tabs: [place('Active', '/service-support/people'), place('Inactive', '/service-support/people/inactive')],
    },
    place('Local authorities', '/service-support/local-authorities'),
    place('Register', '/service-support/replaced'),
    place('Rejected handovers', '/service-support/rejected-handovers'),
    place('Dead letters', '/service-support/dead-letters'),
    place('E-mails', '/service-support/e-mails'),
    place('Find', '/service-support/find'),
    place('Services', '/service-support/services'),
    place('Erase a person', '/service-support/erase'),
  ],
};

/** Where a page of service support that is no list stands. */
export const supportPlace = (path: string, user: SignedInUser) => placed(supportArea, path, user);
