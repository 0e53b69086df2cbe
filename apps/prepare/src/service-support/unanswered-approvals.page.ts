import { kinds } from '@academies/contracts';
import { form } from '@academies/forms';
import { Form, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { UnansweredApprovals } from './unanswered-approvals.ts';

export const sendAllAgainForm = form({ fields: {}, button: 'Send all of them again' });
export const sendAgainForm = form({ fields: {}, button: 'Send again' });

const address = '/service-support/unanswered-approvals';

/** Approvals that Complete has not answered, and a way out of that. */
@Controller('service-support/unanswered-approvals')
@Needs('service-support')
export class UnansweredApprovalsPage {
  constructor(private readonly approvals: UnansweredApprovals) {}

  @Get()
  @Render('service-support/unanswered-approvals')
  async show() {
    const [total, found] = await Promise.all([this.approvals.count(), this.approvals.list()]);
    return { total, approvals: found.map((one) => ({ ...one, kind: kinds.say(one.kind) })) };
  }

  @Post()
  async sendAll(@Form(sendAllAgainForm) _: object, @SignedIn() user: SignedInUser) {
    return this.told(await this.approvals.sendAgain(user));
  }

  /** Where a reload leads after one was sent. */
  @Get(':project')
  back() {
    return redirect(address);
  }

  @Post(':project')
  async send(@Param('project') id: string, @Form(sendAgainForm) _: object, @SignedIn() user: SignedInUser) {
    return this.told(await this.approvals.sendAgain(user, id));
  }

  private told(sent: number) {
    if (sent === 0) return redirect(address).telling('Nothing was sent: Complete has answered meanwhile');
    return redirect(address).saying(sent === 1 ? 'The approval was sent again' : `${sent} approvals were sent again`);
  }
}
