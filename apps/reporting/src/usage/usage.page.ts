import { type Team, teams } from '@academies/contracts';
import { Needs, pagesOf } from '@academies/web';
import { Controller, Get, Query, Render } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { reports } from '../reports/reports.table.ts';
import { answers } from './feedback.page.ts';
import { columnsUsed, usageOf } from './usage.ts';

const days = 28;
const inWords = (report: string): string => reports.find(({ name }) => name === report)?.title ?? report;
const teamInWords = (team: string | null): string => (team === null ? 'No project team' : teams.say(team as Team));

const downloadsSql = `
  select started_at as at, by_email as by, report, file_name as file, rows::float8 as rows, outcome
    from download order by started_at desc limit $1 offset $2`;
const feedbackSql = `
  select given_at as at, by_name as by, report, answer, words from feedback order by given_at desc limit 50`;

/** What is downloaded, by whom, and what people say of it: for service support, and the team that designs the next version. */
@Controller('usage')
@Needs('service-support')
export class UsagePage {
  constructor(private readonly reading: Reading) {}

  @Get()
  @Render('usage/usage')
  async show() {
    const used = await usageOf(days, this.reading.sql);
    const said = await this.reading.sql.all<{ report: string; answer: keyof typeof answers }>(feedbackSql);
    return {
      title: 'Usage and feedback',
      wide: true,
      days,
      used: used.map((each) => ({
        ...each,
        report: inWords(each.report),
        team: teamInWords(each.team),
        contacts: each.contacts === 'all',
      })),
      columns: columnsUsed(used),
      feedback: said.map((each) => ({ ...each, report: inWords(each.report), answer: answers[each.answer] })),
    };
  }

  @Get('downloads')
  @Render('usage/downloads')
  async downloads(@Query() query: Record<string, unknown>) {
    const { sql } = this.reading;
    const [count] = await sql.all<{ total: number }>('select count(*)::int as total from download');
    const pages = pagesOf({ total: count?.total ?? 0, query, path: '/usage/downloads' });
    const found = await sql.all<{ report: string }>(downloadsSql, [pages.limit, pages.offset]);
    return {
      title: 'Every download',
      wide: true,
      pages,
      downloads: found.map((each) => ({ ...each, report: inWords(each.report) })),
    };
  }
}
