import { subscription } from '../consumer/subscription.ts';

const prepareTypes = {
  'prepare.project.started.v1': 'ignored',
  'prepare.project.changed.v1': 'handled',
  'prepare.decision.recorded.v1': 'ignored',
  'prepare.project.approved.v1': 'ignored',
  'prepare.project.academy-order-date-set.v1': 'ignored',
  'prepare.project.academy-removed.v1': 'ignored',
  'prepare.project.deleted.v1': 'ignored',
  'prepare.project.state-republished.v1': 'ignored',
} as const;

/** Reads Prepare's projects, and changes of them. */
export const changes = subscription({ group: 'changes', topics: { 'prepare.projects': prepareTypes } });

/** The same, and the watermarks. */
export const changesAsOf = subscription({
  group: 'changes',
  topics: { 'prepare.projects': prepareTypes, watermarks: { 'watermark.advanced.v1': 'handled' } },
});
