import { InvalidError, transferInitiators, transferReasons, transferTypes } from '@academies/contracts';
import {
  type Answer,
  checkboxes,
  Form,
  form,
  Needs,
  radios,
  redirect,
  SignedIn,
  type SignedInUser,
} from '@academies/web';
import { Controller, Get, Param, Post, Render } from '@nestjs/common';
import { changeTransferReasons } from './change-transfer-reasons.ts';
import { Projects } from './projects.ts';
import { Version } from './version.ts';

export const transferReasonsForm = form({
  fields: {
    initiatedBy: radios({ label: 'Who initiated the transfer?', choices: transferInitiators.table }),
    reasons: checkboxes({
      label: 'What are the reasons?',
      hint: 'Select all that apply. While none is selected, Complete shows these questions as unanswered',
      choices: transferReasons.table,
    }),
    type: radios({ label: 'What type of transfer is it?', choices: transferTypes.table }),
  },
  button: 'Save',
});

/** Why the academies move. */
@Controller('projects/:project/transfer-reasons')
@Needs('edit-prepare')
export class TransferReasonsPage {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Render('projects/edit')
  async show(@Param('project') id: string) {
    const { facts, heading } = await this.projects.toChange(id, 'transfer-reasons');
    if (!facts.transfer) throw new InvalidError('PREPARE.NO_TRANSFER', 'A conversion has no reasons for a transfer.');
    const { initiatedBy, reasons, type } = facts.transfer;
    const values = { initiatedBy: initiatedBy ?? undefined, reasons, type: type ?? undefined };
    return { ...heading, ...transferReasonsForm.filledWith(values), title: 'Reasons for the transfer' };
  }

  @Post()
  async save(
    @Param('project') id: string,
    @Form(transferReasonsForm) transfer: Answer<typeof transferReasonsForm>,
    @Version() version: number | undefined,
    @SignedIn() user: SignedInUser,
  ) {
    const asked = { id, user, version, part: 'transfer-reasons', form: transferReasonsForm } as const;
    await this.projects.change(asked, (project, { by }) => changeTransferReasons(project, { transfer, by }));
    return redirect(`/projects/${id}`).saying('Reasons saved');
  }
}
