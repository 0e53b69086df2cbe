import type { Role } from '@academies/contracts';
import { listPages } from '@academies/lists';
import { Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Module } from '@nestjs/common';
import { academyUrnLists } from './academy-urns.table.ts';
import { allProjectsLists, searchList } from './all-projects.table.ts';
import { AssignProjectsPage } from './assigning/assign-projects.page.ts';
import { groupLists } from './by-group.table.ts';
import { byMonthLists } from './by-month/by-month.table.ts';
import { replacedLists } from './replaced/replaced.table.ts';
import { StatisticsPage } from './statistics/statistics.page.ts';
import { teamLists } from './team.table.ts';
import { WeeklyReminder } from './to-do/weekly-reminder.ts';
import { WeeklyEMailPage } from './to-do/weekly-e-mail.page.ts';
import { yourLists } from './yours.table.ts';

/** Every list of Complete (docs/domain/complete-pages.md). */
export const projectLists = [
  ...[...allProjectsLists, ...byMonthLists, ...groupLists, ...yourLists, ...teamLists],
  ...[...academyUrnLists, ...replacedLists, searchList],
];

/** Where each role begins; who has several, at the first of theirs (docs/domain/complete-pages.md, "Yours and your team's"). */
const firstPages: readonly (readonly [role: Role, address: string])[] = [
  ['service_support', '/service-support/academy-urns'],
  ['team_leader', '/projects/team/unassigned'],
  ['regional_delivery_officer', '/projects/yours'],
  ['caseworker', '/projects/yours'],
];

@Controller()
@Needs('read-complete')
class FirstPage {
  @Get()
  start(@SignedIn() { roles }: SignedInUser) {
    return redirect(firstPages.find(([role]) => roles.includes(role))?.[1] ?? '/projects/in-progress');
  }
}

/** The lists of projects, the first page, what is done from a list, and the weekly reminder of what is due. */
@Module({
  controllers: [FirstPage, ...listPages(projectLists), AssignProjectsPage, StatisticsPage, WeeklyEMailPage],
  providers: [WeeklyReminder],
})
export class ListsModule {}
