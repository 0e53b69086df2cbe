/** Where pages of other services are. */
export interface Addresses {
  readonly PREPARE_URL: string;
  readonly REPORTING_URL: string;
}

/** The services in the order of an approval's way, and where what waits in them is looked at. */
export const services = ({ PREPARE_URL, REPORTING_URL }: Addresses) => [
  {
    source: 'register',
    name: 'Register',
    does: 'Publishes schools and trusts',
    page: undefined,
    looks: {},
  },
  {
    source: 'prepare',
    name: 'Prepare',
    does: 'Projects until a decision',
    page: { text: 'Open Prepare', href: `${PREPARE_URL}/` },
    looks: { approvals_unanswered: `${PREPARE_URL}/service-support/unanswered-approvals` },
  },
  {
    source: 'complete',
    name: 'Complete and Handover',
    does: 'Projects after an approval',
    page: { text: 'Open Complete', href: '/' },
    looks: {
      parked_keys: '/service-support/dead-letters',
      rejected_handovers: '/service-support/rejected-handovers',
      mails_not_sent: '/service-support/e-mails',
    },
  },
  {
    source: 'reporting',
    name: 'Reporting',
    does: 'Files of project data',
    page: { text: 'Open Reporting', href: `${REPORTING_URL}/` },
    looks: { mails_not_sent: `${REPORTING_URL}/e-mails` },
  },
];
