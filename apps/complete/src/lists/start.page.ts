import { may, Needs, redirect, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get } from '@nestjs/common';

/** Where somebody begins: those who run projects with their own, all others with everybody's. */
@Controller()
@Needs('read-complete')
export class StartPage {
  @Get()
  start(@SignedIn() user: SignedInUser) {
    return redirect(may(user, 'manage-project') ? '/projects/yours' : '/projects/in-progress');
  }
}
