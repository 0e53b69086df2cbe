import { NotFoundError } from '@academies/contracts';
import { mailStateOf, sendAgain, subjectIn, triedAgain, unsentMails, whyNoMailToken } from '@academies/mail';
import { Needs, page, type Page, pagesOf, redirect, type Redirect } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { validate } from 'uuid';
import { mailTemplates } from './mails.table.ts';

/** E-mails about changes that could not be sent, for service support to send them again. */
@Controller('e-mails')
@Needs('service-support')
export class UnsentMailsPage {
  constructor(
    private readonly orm: MikroORM,
    @Inject(whyNoMailToken) private readonly why: string | null,
  ) {}

  @Get()
  async list(@Query() query: Record<string, unknown>): Promise<Page> {
    const em = this.orm.em.fork();
    const state = await mailStateOf(em);
    const pages = pagesOf({ total: state.notSent, query, path: '/e-mails' });
    const found = (await unsentMails(em, pages)).map((one) => ({ ...one, subject: subjectIn(mailTemplates, one) }));
    const shown = { title: 'E-mails that could not be sent', wide: true, path: '/e-mails', why: this.why };
    return page('subscriptions/unsent-mails', { ...shown, ...state, pages, mails: found });
  }

  /** One of them, or `all`. */
  @Post()
  async again(@Body('mail') asked: unknown): Promise<Redirect> {
    if (asked !== 'all' && !validate(asked))
      throw new NotFoundError('REPORTING.NO_SUCH_MAIL', 'There is no such e-mail');
    const count = await sendAgain(this.orm.em.fork(), asked === 'all' ? undefined : String(asked));
    return redirect('/e-mails').saying(triedAgain(count));
  }
}
