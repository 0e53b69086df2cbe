import { CompleteId, NotFoundError } from '@academies/contracts';
import { mailStateOf, sendAgain, triedAgain, unsentMails, whyNoMailToken } from '@academies/mail';
import { Needs, pagesOf, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Body, Controller, Get, Inject, Post, Query, Render } from '@nestjs/common';
import { subjectOf } from '../project/mail/mails.table.ts';
import { Projects } from '../project/projects.ts';
import { supportPlace } from '../project/support-area.ts';

const path = '/service-support/e-mails';

/** E-mails that could not be sent, to send them again (docs/domain/complete-pages.md, "Service support"). */
@Controller('service-support/e-mails')
@Needs('service-support')
export class UnsentMailsPage {
  constructor(
    private readonly projects: Projects,
    @Inject(whyNoMailToken) private readonly why: string | null,
  ) {}

  @Get()
  @Render('service-support/unsent-mails')
  async list(@Query() query: Record<string, unknown>, @SignedIn() user: SignedInUser) {
    const { em } = this.projects;
    const { waiting, notSent } = await mailStateOf(em);
    const pages = pagesOf({ total: notSent, query, path });
    const mails = await unsentMails(em, pages);
    return {
      area: supportPlace(path, user),
      why: this.why,
      waiting,
      notSent,
      pages,
      mails: mails.map((mail) => ({ ...mail, subject: subjectOf(mail) })),
    };
  }

  /** One of them, or `all`. */
  @Post()
  async again(@Body('mail') mail: unknown) {
    const one = CompleteId.safeParse(mail);
    if (!one.success && mail !== 'all') throw new NotFoundError('COMPLETE.NO_SUCH_MAIL', 'There is no such e-mail');
    const tried = await sendAgain(this.projects.em, one.data);
    return redirect(path).saying(triedAgain(tried));
  }
}
