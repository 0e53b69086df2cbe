import { routes } from '@academies/contracts';
import { type Answer, Form, form, Needs, page, radios, redirect, text } from '@academies/web';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { addressOf, chosenIn } from './new-project.ts';

const trustFields = {
  forming: radios({
    label: 'Does the project set up a new trust?',
    choices: { no: 'No, joining a MAT that exists', yes: 'Yes, forming a MAT' },
    required: 'Select whether the project sets up a new trust',
  }),
  name: text({
    label: 'Proposed name of the new trust',
    hint: 'Only when forming a MAT. Projects with the same name belong together',
  }),
};
const named = ({ forming, name }: { forming: string; name: string | null }) => ({
  name: forming === 'yes' && !name ? 'Enter the proposed name of the new trust' : undefined,
});

export const conversionDetailsForm = form({
  fields: {
    route: radios({
      label: 'Has the school applied?',
      choices: {
        voluntary: `Yes: ${routes.say('voluntary').toLowerCase()}`,
        sponsored: 'No: sponsored, by a directive academy order',
      },
      required: 'Select whether the school has applied',
    }),
    ...trustFields,
  },
  together: named,
});
export const transferDetailsForm = form({ fields: trustFields, together: named });

/** How the project goes: voluntary or sponsored, joining or forming a MAT. */
@Controller('start')
@Needs('edit-prepare')
export class StartDetailsPage {
  @Get('conversion/details')
  showConversion() {
    return page('start-project/step', {
      ...conversionDetailsForm.empty(),
      title: 'About the conversion',
      back: '/start/conversion',
    });
  }

  @Post('conversion/details')
  saveConversion(
    @Query() query: Record<string, unknown>,
    @Form(conversionDetailsForm) { route, forming, name }: Answer<typeof conversionDetailsForm>,
  ) {
    const formingAMat = forming === 'yes';
    const chosen = { ...chosenIn('conversion', query), route, formingAMat, newTrust: formingAMat ? name : null };
    return redirect(`/start/conversion/check?${addressOf(chosen)}`);
  }

  @Get('transfer/details')
  showTransfer() {
    return page('start-project/step', {
      ...transferDetailsForm.empty(),
      title: 'About the transfer',
      back: '/start/transfer',
    });
  }

  @Post('transfer/details')
  saveTransfer(
    @Query() query: Record<string, unknown>,
    @Form(transferDetailsForm) { forming, name }: Answer<typeof transferDetailsForm>,
  ) {
    const formingAMat = forming === 'yes';
    const chosen = { ...chosenIn('transfer', query), formingAMat, newTrust: formingAMat ? name : null };
    return redirect(`/start/transfer/check?${addressOf(chosen)}`);
  }
}
