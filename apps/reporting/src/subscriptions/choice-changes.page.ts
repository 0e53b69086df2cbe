import { Clock, Needs, page, type Page, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { compared } from '../audit/compared.ts';
import { choiceRequest } from '../choices/choice-file.ts';
import { chosenBy, SavedChoices } from '../choices/saved-choices.ts';
import { Reading } from '../database/reading.ts';

/** What has changed in a saved choice: where the link of an e-mail leads, and between any two days. */
@Controller('exports/choices/:choice/changes')
@Needs('exports')
export class ChoiceChangesPage {
  constructor(
    private readonly saved: SavedChoices,
    private readonly reading: Reading,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Param('choice') id: string,
    @Query() query: Record<string, string>,
    @SignedIn() user: SignedInUser,
  ): Promise<Page> {
    const saved = await this.saved.find(user, id);
    const today = this.clock.today();
    const file = {
      address: `/exports/choices/${id}`,
      period: { required: false },
      wanted: (look: Readonly<Record<string, string>>) => choiceRequest({ ...chosenBy(saved), look, saved }, today),
    };
    const shown = await compared(file, { by: user.email, query, today }, this.reading.sql);
    const place = {
      title: `What changed: ${saved.name}`,
      wide: true,
      back: file.address,
      eMails: `${file.address}/e-mails`,
    };
    return page('audit/compare', { ...place, ...shown }, 'errors' in shown ? 400 : 200);
  }
}
