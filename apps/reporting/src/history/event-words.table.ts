import type { AnyEvent } from '@academies/contracts';

type EventType = Exclude<AnyEvent, { topic: 'watermarks' | 'erasures' }>['type'];

const registerRead = 'The register says so';
const sentAgain = 'The present state was sent again';

/** What happened, in words for those who ask why a cell is as it is. A new event does not compile without its words. */
const eventWords: Readonly<Record<EventType, string>> = {
  'prepare.project.started.v1': 'The project was started in Prepare',
  'prepare.project.changed.v1': 'The project was changed in Prepare',
  'prepare.decision.recorded.v1': 'A decision was recorded',
  'prepare.decision.corrected.v1': 'A trust that the decision named was corrected',
  'prepare.project.approved.v1': 'The project was approved and handed over',
  'prepare.project.academy-order-date-set.v1': 'The academy order date was set',
  'prepare.project.academy-removed.v1': 'An academy was removed from the transfer',
  'prepare.project.deleted.v1': 'The project was deleted in Prepare',
  'prepare.project.state-republished.v1': sentAgain,
  'complete.project.created.v1': 'The project was created in Complete',
  'complete.handover.confirmed.v1': 'Complete confirmed that it has the project',
  'complete.handover.rejected.v1': 'The handover was rejected',
  'complete.handover.held-up.v1': 'The handover was held up',
  'complete.handover.discarded.v1': 'Service support gave up the handover',
  'complete.project.handover-details-added.v1': 'The handover details were added',
  'complete.project.changed.v1': 'The project was changed in Complete',
  'complete.project.completed.v1': 'The project was completed',
  'complete.project.dao-revoked.v1': 'The directive academy order was revoked',
  'complete.project.deleted.v1': 'The project was deleted in Complete',
  'complete.project.state-republished.v1': sentAgain,
  'complete.local-authority.changed.v1': 'The local authority was changed',
  'complete.local-authority.state-republished.v1': sentAgain,
  'register.establishment.changed.v1': registerRead,
  'register.establishment.state-republished.v1': registerRead,
  'register.trust.changed.v1': registerRead,
  'register.trust.state-republished.v1': registerRead,
  'register.constituency.changed.v1': registerRead,
  'register.constituency.state-republished.v1': registerRead,
};

/** What an event of the journal says happened; of an older release that is no longer known, its type. */
export const inEventWords = (type: string): string => (eventWords as Record<string, string>)[type] ?? type;

/** Type and words, for statements that copy. */
export const eventWordPairs = Object.entries(eventWords);
