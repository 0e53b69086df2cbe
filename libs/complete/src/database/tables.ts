import type { CompleteProject, LocalAuthority, RejectionReason, Team } from '@academies/contracts';
import { defineEntity, p } from '@mikro-orm/core';
import type { HistoryKind } from '../history/history-line.ts';
import type { PreparedCase } from '../handover/academy-approval.ts';

/** A project: its whole public state, the case as Prepare made it, and a version that each change raises. */
export const ProjectRow = defineEntity({
  name: 'ProjectRow',
  tableName: 'project',
  properties: {
    id: p.uuid().primary(),
    document: p.json<CompleteProject>(),
    preparedCase: p.json<PreparedCase>(),
    version: p.integer().version(),
  },
});

/** What somebody wrote on a project; handover comments are the first (docs/domain/complete.md, "Notes"). */
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

/**
 * Somebody whom Complete knows; team and leadership are as of the last sign-in. `maySignIn`: works on projects, so that one
 * can be assigned; who came in by a handover, or only reads, does not.
 */
export const PersonRow = defineEntity({
  name: 'PersonRow',
  tableName: 'person',
  properties: {
    email: p.text().primary(),
    name: p.text(),
    team: p.text().$type<Team>().nullable(),
    maySignIn: p.boolean(),
    leads: p.boolean(),
    lastSeen: p.datetime().nullable(),
    deactivatedAt: p.datetime().nullable(),
    /** Whether they want to be told each week what is due. */
    weeklyReminder: p.boolean().default(true),
  },
});

/** When somebody is away and who stands in; the last one that was entered, and by whom (docs/domain/complete.md, "Absence"). */
export const AbsenceRow = defineEntity({
  name: 'AbsenceRow',
  tableName: 'absence',
  properties: {
    email: p.text().primary(),
    firstDay: p.text(),
    lastDay: p.text(),
    standIn: p.text(),
    enteredBy: p.text(),
    enteredAt: p.datetime(),
  },
});

/** Who may be given work and e-mails, as a condition. */
export const activePeople = { maySignIn: true, deactivatedAt: null };

/** An academy that was not taken over, kept for service support (docs/domain/handover.md). */
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

/** Who added handover details, and when: whoever comes second is told who was faster. */
export const HandoverDetailsRow = defineEntity({
  name: 'HandoverDetailsRow',
  tableName: 'handover_details',
  properties: {
    projectId: p.uuid().primary(),
    byEmail: p.text(),
    byName: p.text(),
    comments: p.text().nullable(),
    addedAt: p.datetime(),
  },
});

/** One change of a project in words, written with it: who, when, old and new (docs/domain/complete-pages.md, "A project"). */
export const HistoryRow = defineEntity({
  name: 'HistoryRow',
  tableName: 'history',
  properties: {
    id: p.bigint().primary().autoincrement(),
    projectId: p.uuid(),
    at: p.datetime(),
    byEmail: p.text(),
    byName: p.text(),
    kind: p.text().$type<HistoryKind>(),
    what: p.text(),
    before: p.text().nullable(),
    after: p.text().nullable(),
  },
});

/** When somebody last opened a project: what others did since is news to them. */
export const VisitRow = defineEntity({
  name: 'VisitRow',
  tableName: 'visit',
  properties: { projectId: p.uuid().primary(), email: p.text().primary(), at: p.datetime() },
});

/** A local authority, which Complete owns (docs/domain/complete.md, "Local authorities"). */
export const LocalAuthorityRow = defineEntity({
  name: 'LocalAuthorityRow',
  tableName: 'local_authority',
  properties: {
    code: p.text().primary(),
    document: p.json<LocalAuthority>(),
    editedByHand: p.boolean(),
  },
});

/** To be listed among the entities of a process that works in Complete's database. */
export const completeEntities = [
  ProjectRow,
  NoteRow,
  PersonRow,
  AbsenceRow,
  RejectedHandoverRow,
  TeamNoticeRow,
  HandoverDetailsRow,
  HistoryRow,
  VisitRow,
  LocalAuthorityRow,
];
