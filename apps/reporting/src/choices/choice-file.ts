import { InvalidError, type Problem } from '@academies/contracts';
import { Clock, Limited, Needs, Scoped, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Exporter } from '../exports/exporter.ts';
import { readRequest } from '../exports/parameters.table.ts';
import { inAddress } from '../filters/filter.ts';
import { exporters, report, scopesOfReport } from '../reports/report.ts';
import {
  addressOf,
  type Choice,
  columnsOf,
  narrowingOf,
  parametersOfChoice,
  type Query as Asked,
  readChoice,
} from './choice.ts';
import { chosenBy, type SavedChoice, SavedChoices } from './saved-choices.ts';

/** The file of a choice, by its address or by the one under which it was saved. What the look of a file can be said with, is said as everywhere. */
@Controller('exports')
@Needs('exports')
// One's own choice may have any column of any row.
@Scoped(({ choice }) => (choice === undefined ? scopesOfReport('all-data') : ['choices']))
@Limited('exports')
export class ChoiceFile {
  constructor(
    private readonly exporter: Exporter,
    private readonly saved: SavedChoices,
    private readonly clock: Clock,
  ) {}

  @Get('own.csv')
  async own(@Query() query: Asked, @SignedIn() user: SignedInUser, @Req() request: Request, @Res() response: Response) {
    const chooses = ([name]: readonly [string, unknown]) => parametersOfChoice.includes(name);
    const [chosen, look] = [true, false].map((own) =>
      Object.fromEntries(Object.entries(query).filter((entry) => chooses(entry) === own)),
    );
    const { choice, problems } = readChoice(chosen ?? {});
    await this.send({ choice, problems, look: look ?? {} }, user, request, response);
  }

  @Get('choices/:choice.csv')
  async newest(
    @Param('choice') id: string,
    @Query() look: Asked,
    @SignedIn() user: SignedInUser,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const saved = await this.saved.find(user, id);
    await this.send({ ...chosenBy(saved), look, saved }, user, request, response);
  }

  @Get('choices/:choice/versions/:version.csv')
  async version(
    @Param('choice') id: string,
    @Param('version') version: string,
    @Query() look: Asked,
    @SignedIn() user: SignedInUser,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const saved = await this.saved.find(user, id, version);
    await this.send({ ...chosenBy(saved), look, saved }, user, request, response);
  }

  private send(asked: AskedFile, user: SignedInUser, request: Request, response: Response): Promise<void> {
    if (asked.problems.length > 0)
      throw new InvalidError('REPORTING.WRONG_CHOICE', `${asked.problems.map(({ message }) => message).join('. ')}.`);
    const narrows = Object.keys(asked.look).find((name) => parametersOfChoice.includes(name));
    if (narrows !== undefined)
      throw new InvalidError(
        'REPORTING.WRONG_CHOICE',
        `A saved choice has its own rows and columns: leave out ${narrows}.`,
      );
    const wanted = readRequest(ownReport(asked), asked.look);
    if (wanted.time)
      throw new InvalidError(
        'REPORTING.WRONG_CHOICE',
        'The file of a choice is as of now: leave out as_at, since and until.',
      );
    const chosen = narrowingOf(asked.choice, this.clock.today());
    const filters = { ...wanted.filters, ...onRecord(asked) };
    return this.exporter.send({ ...wanted, chosen, filters }, user.email, request, response);
  }
}

interface AskedFile {
  readonly choice: Choice;
  readonly problems: readonly Problem[];
  readonly look: Asked;
  readonly saved?: SavedChoice;
}

/** A choice as a report of its own: its file is called so. */
const ownReport = ({ choice, saved }: AskedFile) =>
  report(saved ? `own-choice-${inAddress(saved.name).slice(0, 60)}` : 'own-choice', {
    title: saved?.name ?? 'Your own choice',
    purpose: 'What somebody has chosen',
    usedBy: 'Who made it, and with whom it is shared',
    access: exporters,
    rows: {},
    period: { column: 'significant_date', required: false },
    order: ['significant_date', 'school_urn', 'project_reference'],
    columns: columnsOf(choice),
  });

const onRecord = ({ choice, saved }: AskedFile): Record<string, string> => ({
  choice: addressOf(choice),
  ...(saved && { saved: `${saved.id}, version ${saved.version}` }),
});
