import { type Person, type PreparedProject, refused, type Verdict } from '@academies/contracts';
import { changeFacts } from './change-facts.ts';
import type { Project } from './project.ts';

/** Why an academy moves; the flags of the handover come from it (domain/handover.md, "What is carried"). */
export function changeTransferReasons(
  project: Project,
  { transfer, by }: { transfer: NonNullable<PreparedProject['transfer']>; by: Person },
): Verdict {
  if (project.facts.kind !== 'transfer') return refused('A conversion has no reasons for a transfer');
  return changeFacts(project, { part: 'transfer-reasons', change: { transfer }, by });
}
