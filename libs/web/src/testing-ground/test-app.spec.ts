import { ForbiddenError, NotFoundError, RefusedError } from '@academies/contracts';
import { Controller, Get, Module, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { fixedClock } from '../clock/clock.ts';
import { checkboxes } from '../forms/fields/checkboxes.ts';
import { date, month } from '../forms/fields/date.ts';
import { radios } from '../forms/fields/radios.ts';
import { reasons } from '../forms/fields/reasons.ts';
import { select } from '../forms/fields/select.ts';
import { text } from '../forms/fields/text.ts';
import { textarea } from '../forms/fields/textarea.ts';
import { type Answer, form } from '../forms/form.ts';
import { Form } from '../forms/form.decorator.ts';
import { notInFuture } from '../forms/rules.ts';
import { healthCheck } from '../health/health-check.ts';
import { pagesOf } from '../layout/pages-of-list.ts';
import { redirect } from '../layout/redirect.ts';
import { Needs, Public } from '../rights/access.ts';
import { Limited } from '../security/limited.ts';
import { SignedIn } from '../sign-in/signed-in.ts';
import type { SignedInUser } from '../sign-in/signed-in-user.ts';
import { WebModule } from '../start/web-module.ts';
import type { WebSettings } from '../settings/web-settings.ts';

/** A form with every kind of field, for the tests and for looking at. */
export const tryForm = form({
  fields: {
    name: text({ label: "Decision maker's name", required: "Enter the decision maker's name" }),
    date: date({
      label: 'Decision date',
      hint: 'For example, 31 3 2027',
      required: 'Enter the decision date',
      rules: [notInFuture('The decision date must be today or in the past')],
    }),
    opens: month({ label: 'Conversion date' }),
    outcome: radios({
      label: 'Decision',
      choices: { approved: 'Approved', declined: 'Declined' },
      required: 'Select a decision',
    }),
    risks: checkboxes({ label: 'Risks', choices: { land: 'Land', finance: 'Finance' } }),
    why: reasons({
      label: 'Reasons',
      choices: { finance: 'Finance', other: 'Other' },
      detail: { label: 'Give details', required: 'Enter details' },
    }),
    trust: select({ label: 'Trust' }),
    note: textarea({ label: 'Note' }),
  },
});

const saved: unknown[] = [];

@Controller()
@Needs('read-prepare')
export class TryPages {
  @Get()
  @Render('start')
  start(@SignedIn() user: SignedInUser) {
    return { name: user.name, pages: pagesOf({ total: 95, query: { region: 'london', page: '3' }, path: '/list' }) };
  }

  @Get('decide')
  @Needs('decide')
  @Render('decide')
  show() {
    return tryForm.filledWith({ name: 'Before <b>' }, { offer: { trust: [{ value: '10060001', text: 'Oak Trust' }] } });
  }

  @Post('decide')
  @Needs('decide')
  save(@Form(tryForm) answer: Answer<typeof tryForm>) {
    if (answer.trust === '10060666') throw tryForm.wrong({ trust: 'Choose another trust' });
    saved.push(answer);
    return redirect('/saved').saying('Decision recorded');
  }

  @Get('saved')
  @Render('saved')
  saved() {
    return { saved };
  }

  @Get('forgotten')
  @Needs('service-support')
  support() {
    return 'support';
  }

  @Post('nowhere')
  @Needs('decide')
  nowhere(@Form(tryForm) _answer: Answer<typeof tryForm>) {
    return redirect('/');
  }

  @Get('fail/:how')
  fail(@Param('how') how: string) {
    if (how === 'missing') throw new NotFoundError('TRY.MISSING', 'There is no project 7');
    if (how === 'refused') throw new RefusedError('TRY.LOCKED', 'The project is with Complete');
    if (how === 'forbidden') throw new ForbiddenError('TRY.NOT_YOURS', 'This project is assigned to somebody else');
    if (how === 'value') throw Object.assign(new Error('invalid input syntax for type uuid'), { code: '22P02' });
    throw new Error('secret detail of the inside');
  }

  @Get('export')
  @Limited('exports')
  half(@Res() response: Response) {
    response.type('text/csv').write('a,b\r\n');
    setImmediate(() => response.destroy(new Error('the database went away')));
  }
}

/** Says nothing about rights, so nobody gets in. */
@Controller('unsaid')
export class UnsaidPage {
  @Get()
  show() {
    return 'nobody sees this';
  }
}

@Controller('open')
@Public()
export class OpenPage {
  @Get()
  show() {
    return 'open to all';
  }
}

/** The test's own service, with these settings. */
export function testApp(settings: WebSettings) {
  @Module({
    imports: [
      WebModule.forRoot({
        service: 'try',
        name: 'Try conversions and transfers',
        views: `${import.meta.dirname}/views`,
        navigation: [
          { text: 'Start', href: '/' },
          { text: 'Decide', href: '/decide', needs: 'decide' },
          { text: 'Support', href: '/forgotten', needs: 'service-support' },
        ],
        settings,
        feedbackUrl: '/open',
        clock: fixedClock('2027-04-01T09:00:00Z'),
      }),
    ],
    controllers: [TryPages, UnsaidPage, OpenPage],
    providers: [healthCheck('broker', async () => ({ status: 'degraded', reason: 'Kafka is away' }))],
  })
  class TestModule {}
  return TestModule;
}
