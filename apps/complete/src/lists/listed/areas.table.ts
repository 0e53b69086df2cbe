import type { Area } from '@academies/lists';

const place = (text: string, href: string) => ({ text, href });

/** Where somebody may be in Complete's lists (docs/domain/complete-pages.md). */
export const allProjects: Area = {
  label: 'All projects',
  places: [
    { ...place('Handover', '/handover'), needs: 'read-handover-list' },
    {
      ...place('In progress', '/projects/in-progress'),
      tabs: [
        place('All', '/projects/in-progress'),
        place('Conversions', '/projects/in-progress/conversions'),
        place('Transfers', '/projects/in-progress/transfers'),
        place('Forming a MAT', '/projects/in-progress/forming-a-mat'),
      ],
    },
    {
      ...place('By month', '/projects/by-month/conversions'),
      tabs: [
        place('Conversions', '/projects/by-month/conversions'),
        place('Transfers', '/projects/by-month/transfers'),
      ],
    },
    place('By region', '/projects/by-region'),
    place('By user', '/projects/by-user'),
    place('By trust', '/projects/by-trust'),
    place('By local authority', '/projects/by-local-authority'),
    place('Completed', '/projects/completed'),
    place('DAO revoked', '/projects/dao-revoked'),
    place('Statistics', '/projects/statistics'),
  ],
};

/** Where "All projects" is marked in the navigation; the handover has an entry of its own there. */
export const allProjectsAddresses = allProjects.places
  .flatMap(({ href, tabs = [] }) => [href, ...tabs.map((tab) => tab.href)])
  .filter((href) => href !== '/handover');

export const yours: Area = {
  label: 'Your projects',
  places: [
    place('In progress', '/projects/yours'),
    place('Added by you', '/projects/yours/added'),
    place('Completed', '/projects/yours/completed'),
  ],
};

export const yourTeam: Area = {
  label: 'Team projects',
  places: [
    { ...place('Unassigned', '/projects/team/unassigned'), needs: 'assign' },
    place('In progress', '/projects/team/in-progress'),
    place('New', '/projects/team/new'),
    place('By user', '/projects/team/by-user'),
    place('Handed over', '/projects/team/handed-over'),
    place('Completed', '/projects/team/completed'),
  ],
};
