import { subscription } from '@academies/messaging';

const handled = 'handled' as const;

/** The projector takes everything: whatever happens anywhere may be in a file. */
export const readModelSubscription = subscription({
  group: 'reporting',
  topics: {
    'prepare.projects': {
      'prepare.project.started.v1': handled,
      'prepare.project.changed.v1': handled,
      'prepare.decision.recorded.v1': handled,
      'prepare.project.approved.v1': handled,
      'prepare.project.academy-order-date-set.v1': handled,
      'prepare.project.academy-removed.v1': handled,
      'prepare.project.deleted.v1': handled,
      'prepare.project.state-republished.v1': handled,
    },
    'complete.projects': {
      'complete.project.created.v1': handled,
      'complete.handover.confirmed.v1': handled,
      'complete.handover.rejected.v1': handled,
      'complete.handover.held-up.v1': handled,
      'complete.handover.discarded.v1': handled,
      'complete.project.handover-details-added.v1': handled,
      'complete.project.changed.v1': handled,
      'complete.project.completed.v1': handled,
      'complete.project.dao-revoked.v1': handled,
      'complete.project.deleted.v1': handled,
      'complete.project.state-republished.v1': handled,
    },
    'complete.local-authorities': {
      'complete.local-authority.changed.v1': handled,
      'complete.local-authority.state-republished.v1': handled,
    },
    'register.establishments': {
      'register.establishment.changed.v1': handled,
      'register.establishment.state-republished.v1': handled,
    },
    'register.trusts': {
      'register.trust.changed.v1': handled,
      'register.trust.state-republished.v1': handled,
    },
    'register.constituencies': {
      'register.constituency.changed.v1': handled,
      'register.constituency.state-republished.v1': handled,
    },
    watermarks: { 'watermark.advanced.v1': handled },
  },
});

/**
 * Whose watermarks say how fresh a file is. The register publishes only while a file is imported; its last watermark
 * would make every file look as old as that import, though nothing is missing.
 */
export const sources = ['prepare', 'complete'];
