import type { CompleteProject, LocalAuthority, RejectionReason, Team } from '@academies/contracts';
import { defineEntity, p } from '@mikro-orm/core';
import type { PreparedCase } from '../handover/prepared-case.ts';

/** A project: its whole public state, the case as Prepare made it, and a version that each change raises. */
export const ProjectRow = defineEntity({
  name: 'ProjectRow',
  tableName: 'project',
  properties: {
    id: p.uuid().primary(),
    whole: p.json<CompleteProject>(),
    preparedCase: p.json<PreparedCase>(),
    version: p.integer().version(),
  },
});

/** What somebody wrote on a project; handover comments are the first (domain/complete.md, "Notes"). */
export const NoteRow = defineEntity({
  name: 'NoteRow',
  tableName: 'note',
  properties: {
    id: p.uuid().primary(),
    projectId: p.uuid(),
    authorEmail: p.text(),
    authorName: p.text(),
    text: p.text(),
    writtenAt: p.datetime(),
  },
});

/** Somebody whom Complete knows. Who came in by a handover may not sign in for that. */
export const PersonRow = defineEntity({
  name: 'PersonRow',
  tableName: 'person',
  properties: {
    email: p.text().primary(),
    name: p.text(),
    team: p.text().$type<Team>().nullable(),
    maySignIn: p.boolean(),
  },
});

/** An academy that was not taken over, kept for service support (domain/handover.md). */
export const RejectedHandoverRow = defineEntity({
  name: 'RejectedHandoverRow',
  tableName: 'rejected_handover',
  properties: {
    prepareId: p.text().primary(),
    urn: p.text().primary(),
    attempt: p.integer().primary(),
    kind: p.text(),
    reasons: p.json<RejectionReason[]>(),
    rejectedAt: p.datetime(),
    settled: p.text().nullable(),
    settledAt: p.datetime().nullable(),
  },
});

/** Team leaders are told that a project of their team waits for somebody. */
export const TeamNoticeRow = defineEntity({
  name: 'TeamNoticeRow',
  tableName: 'team_notice',
  properties: {
    projectId: p.uuid().primary(),
    team: p.text().$type<Team>(),
    toldAt: p.datetime(),
  },
});

/** A local authority, which Complete owns (domain/complete.md, "Local authorities"). */
export const LocalAuthorityRow = defineEntity({
  name: 'LocalAuthorityRow',
  tableName: 'local_authority',
  properties: {
    code: p.text().primary(),
    whole: p.json<LocalAuthority>(),
    mendedByHand: p.boolean(),
  },
});

/** To be listed among the entities of a process that works in Complete's database. */
export const completeEntities = [ProjectRow, NoteRow, PersonRow, RejectedHandoverRow, TeamNoticeRow, LocalAuthorityRow];
