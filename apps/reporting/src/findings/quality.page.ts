import { daysAfter, ForbiddenError, NotFoundError } from '@academies/contracts';
import { form, textarea } from '@academies/forms';
import { type Answer } from '@academies/forms';
import { Clock, Form, may, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Query, Render } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { countsSince, countToday } from './daily-counts.ts';
import { countFindings, findFinding, listFindings, type Narrowed, setAside, type ShownFinding } from './findings.ts';
import { levels } from '../quality/rule.ts';
import { everyRule, ruleNamed } from '../quality/rules.ts';
import { trendOf } from './trend.ts';

const trendDays = 28;
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What the address narrows to; `mine` is what the visitor is assigned. */
const narrowedBy = (query: Record<string, unknown>, user: SignedInUser): Narrowed => {
  const [rule, team, region] = [text(query['rule']), text(query['team']), text(query['region'])];
  const mine = query['mine'] === 'yes';
  return {
    ...(rule && { rule }),
    ...(team && { team }),
    ...(region && { region }),
    ...(mine && { assignedTo: user.email }),
  };
};

const titled = (finding: ShownFinding) => {
  const rule = ruleNamed(finding.rule);
  return { ...finding, title: rule?.title ?? finding.rule, level: rule?.level, who: rule?.mend.who };
};

/** May this person set it aside: whoever runs the project, and service support. */
const maySetAside = (user: SignedInUser, { assignedTo }: ShownFinding): boolean =>
  assignedTo === user.email || may(user, 'service-support');

/** How good the data is: counts by rule, team and region, and how they went. */
@Controller('quality')
@Needs('read-complete')
export class QualityPage {
  constructor(
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('findings/quality')
  async show(@Query() query: Record<string, unknown>, @SignedIn() user: SignedInUser) {
    const { sql } = this.reading;
    const today = this.clock.today();
    const narrowed = narrowedBy(query, user);
    const [all, counts] = [await countFindings({}, today, sql), await countFindings(narrowed, today, sql)];
    await countToday(today, sql);
    const sum = (rule: string, what: 'findings' | 'setAside') =>
      counts.filter((count) => count.rule === rule).reduce((total, count) => total + count[what], 0);
    return {
      title: 'Data quality',
      wide: true,
      asked: { ...narrowed, mine: narrowed.assignedTo !== undefined },
      teams: [...new Set(all.map(({ team }) => team))].filter(Boolean).sort(),
      regions: [...new Set(all.map(({ region }) => region))].filter(Boolean).sort(),
      levels: levels.map((level) => ({
        level,
        rules: everyRule
          .filter((rule) => rule.level === level)
          .map((rule) => ({ ...rule, findings: sum(rule.name, 'findings'), setAside: sum(rule.name, 'setAside') })),
      })),
      // Whose findings there were each morning is not kept: only by rule, team and region.
      trend: narrowed.assignedTo ? undefined : trendOf(await countsSince(daysAfter(today, -trendDays), narrowed, sql)),
    };
  }

  @Get('findings')
  @Render('findings/findings')
  async list(@Query() query: Record<string, unknown>, @SignedIn() user: SignedInUser) {
    const narrowed = narrowedBy(query, user);
    const today = this.clock.today();
    const { findings, total, pages } = await listFindings(
      narrowed,
      { today, query, path: '/quality/findings' },
      this.reading.sql,
    );
    const rule = narrowed.rule === undefined ? undefined : ruleNamed(narrowed.rule);
    return {
      title: rule?.title ?? 'Findings',
      wide: true,
      rule,
      asked: narrowed,
      total,
      pages,
      findings: findings.map((finding) => ({ ...titled(finding), maySetAside: maySetAside(user, finding) })),
    };
  }
}

const reasonForm = form({
  button: 'Set aside',
  fields: {
    reason: textarea({
      label: 'Why is nothing to be mended?',
      hint: 'Everybody who looks at the finding sees this',
      required: 'Enter why nothing is to be mended',
      max: 500,
    }),
  },
});

/** A finding that is right as it is: whoever runs the project says why, and it is quiet until its cells say something else. */
@Controller('quality/findings/:prepare/:urn/:rule')
@Needs('read-complete')
export class SetAsidePage {
  constructor(
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('findings/set-aside')
  async show(@Param() address: Record<string, string>, @SignedIn() user: SignedInUser) {
    return { title: 'Set this finding aside', finding: titled(await this.found(address, user)), ...reasonForm.empty() };
  }

  @Post()
  async save(
    @Param() address: Record<string, string>,
    @Form(reasonForm) { reason }: Answer<typeof reasonForm>,
    @SignedIn() user: SignedInUser,
  ) {
    const finding = await this.found(address, user);
    await setAside(finding, user, reason, this.reading.sql);
    return redirect(`/quality/findings?rule=${encodeURIComponent(finding.rule)}`).saying('The finding is set aside');
  }

  private async found({ prepare, urn, rule = '' }: Record<string, string>, user: SignedInUser): Promise<ShownFinding> {
    const finding = await findFinding(`${prepare}/${urn}`, rule, this.clock.today(), this.reading.sql);
    if (!finding) throw new NotFoundError('REPORTING.NO_SUCH_FINDING', 'There is no such finding any more.');
    if (!maySetAside(user, finding))
      throw new ForbiddenError(
        'REPORTING.NOT_YOURS',
        'Only the assigned person and service support can set this aside.',
      );
    return finding;
  }
}
