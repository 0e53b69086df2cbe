import { subscription } from '@academies/messaging';

/** Prepare listens to all that Complete says of its projects. */
export const answersSubscription = subscription({
  group: 'prepare',
  topics: {
    'complete.projects': {
      'complete.project.created.v1': 'handled',
      'complete.handover.confirmed.v1': 'handled',
      'complete.handover.rejected.v1': 'handled',
      'complete.handover.held-up.v1': 'handled',
      'complete.handover.discarded.v1': 'handled',
      'complete.project.handover-details-added.v1': 'handled',
      'complete.project.changed.v1': 'handled',
      'complete.project.completed.v1': 'handled',
      'complete.project.dao-revoked.v1': 'handled',
      'complete.project.deleted.v1': 'handled',
      'complete.project.state-republished.v1': 'handled',
    },
  },
});
