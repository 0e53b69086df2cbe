import { InvalidError, type Problem } from '@academies/contracts';
import { Clock, Limited, Needs, Scoped, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Header, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Exporter } from '../exports/exporter.ts';
import { readRequest } from '../exports/parameters.table.ts';
import { inAddress } from '../filters/filter.ts';
import { formatAt, formats } from '../formats/format.table.ts';
import { csvwOfFile } from '../reference/csvw.ts';
import { exporters, report, scopesOfReport } from '../reports/report.ts';
import type { ExportRequest } from '../request/export-request.ts';
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

const places = ['own', 'choices/:choice', 'choices/:choice/versions/:version'];
const at = (...endings: readonly string[]) => places.flatMap((place) => endings.map((ending) => `${place}.${ending}`));
type Named = { readonly choice?: string; readonly version?: string };

/**
 * The file of a choice, by its address or by the one under which it was saved, the newest version or one that stays. What
 * the look, the form and the time of a file can be said with, is said as everywhere.
 */
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

  @Get(at(...Object.keys(formats)))
  async download(
    @Param() named: Named,
    @Query() query: Asked,
    @SignedIn() user: SignedInUser,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const wanted = { ...(await this.wantedBy(user, named, query)), format: formatAt(request.path) };
    await this.exporter.send(wanted, user.email, request, response);
  }

  /** What programs need to read it, true of this very file. */
  @Get(at('csv-metadata.json'))
  @Header('Content-Type', 'application/csvm+json')
  async metadata(
    @Param() named: Named,
    @Query() query: Asked,
    @SignedIn() user: SignedInUser,
    @Req() { originalUrl }: Request,
  ) {
    return csvwOfFile(await this.wantedBy(user, named, query), originalUrl);
  }

  private async wantedBy(user: SignedInUser, { choice: id, version }: Named, query: Asked): Promise<ExportRequest> {
    if (id === undefined) {
      const [chosen, look] = parted(query);
      return choiceRequest({ ...readChoice(chosen), look }, this.clock.today());
    }
    const saved = await this.saved.find(user, id, version);
    return choiceRequest({ ...chosenBy(saved), look: query, saved }, this.clock.today());
  }
}

/** What an address says of the choice, and what it says of the look of the file. */
const parted = (query: Asked): [Asked, Asked] => {
  const chooses = (name: string) => parametersOfChoice.includes(name);
  const entries = Object.entries(query);
  const those = (own: boolean) => Object.fromEntries(entries.filter(([name]) => chooses(name) === own));
  return [those(true), those(false)];
};

/** A choice of which a file or its changes are wanted. */
export interface AskedChoice {
  readonly choice: Choice;
  readonly problems: readonly Problem[];
  readonly look: Asked;
  readonly saved?: SavedChoice;
}

const wrong = (message: string) => new InvalidError('REPORTING.WRONG_CHOICE', message);

/** A choice as a request like any other; its rows are those of a day, also in the past. */
export function choiceRequest(asked: AskedChoice, today: string): ExportRequest {
  const { choice, problems, look, saved } = asked;
  if (problems.length > 0) throw wrong(`${problems.map(({ message }) => message).join('. ')}.`);
  const narrows = Object.keys(look).find((name) => parametersOfChoice.includes(name));
  if (narrows !== undefined) throw wrong(`A saved choice has its own rows and columns: leave out ${narrows}.`);
  const wanted = readRequest(ownReport(asked), look);
  const onRecord = { choice: addressOf(choice), ...(saved && { saved: `${saved.id}, version ${saved.version}` }) };
  return { ...wanted, chosen: narrowingOf(choice, today), filters: { ...wanted.filters, ...onRecord } };
}

/** A choice as a report of its own: its file is called so. */
const ownReport = ({ choice, saved }: AskedChoice) =>
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
