import { subscription } from '@academies/messaging';

/** What Handover takes of Prepare's events, and what it leaves. */
export const approvals = subscription({
  group: 'handover',
  topics: {
    'prepare.projects': {
      'prepare.project.approved.v1': 'handled',
      'prepare.project.academy-order-date-set.v1': 'handled',
      'prepare.project.academy-removed.v1': 'handled',
      'prepare.decision.recorded.v1': 'handled',
      'prepare.project.started.v1': 'ignored',
      'prepare.project.changed.v1': 'ignored',
      'prepare.project.deleted.v1': 'ignored',
      // Nothing has happened: a copy takes it, Handover does not.
      'prepare.project.state-republished.v1': 'ignored',
    },
  },
});
