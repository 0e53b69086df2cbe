import { kinds } from '@academies/contracts';
import { type Answer, Form, form, Needs, radios, redirect } from '@academies/web';
import { Controller, Get, Post, Render } from '@nestjs/common';

export const startForm = form({
  fields: {
    kind: radios({
      label: 'Kind of project',
      choices: {
        conversion: { text: kinds.say('conversion'), hint: 'A maintained school becomes an academy' },
        transfer: { text: kinds.say('transfer'), hint: 'Academies move from one trust to another' },
      },
      required: 'Select the kind of project',
    }),
  },
});

/** The first page of a new project. */
@Controller('start')
@Needs('edit-prepare')
export class StartPage {
  @Get()
  @Render('start-project/step')
  show() {
    return { ...startForm.empty(), title: 'What kind of project is it?', back: '/conversions' };
  }

  @Post()
  choose(@Form(startForm) { kind }: Answer<typeof startForm>) {
    return redirect(kind === 'conversion' ? '/start/conversion' : '/start/transfer');
  }
}
