import path from 'node:path';
import { leaveText, takeNamesOut, textsToJudge } from '@academies/erasing';
import { Needs, page, redirect, settingsToken } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { Body, Controller, Get, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';

/** To be listed among the views of a service that has these pages. */
export const erasedTextsTemplates = path.join(import.meta.dirname, 'templates');

/** Where a service shows the free texts that name somebody who was erased. */
export const textsAddress = (erasure: string): string => `/service-support/erased/${erasure}/texts`;

const words: Readonly<Record<string, string>> = {
  project: 'A project',
  note: 'A note',
  history: 'The history of a project',
  handover_details: 'Handover details',
  journal: 'An event that Reporting keeps',
  decision: 'A decision',
  mail: 'An e-mail that was sent',
  dead_letter: 'A parked event',
  feedback: 'Feedback on a report',
};

/** Free texts that name somebody who was erased, to be judged one by one; the same page in each service. */
@Controller('service-support/erased/:erasure/texts')
@Needs('service-support')
export class ErasedTextsPage {
  constructor(
    private readonly orm: MikroORM,
    @Inject(settingsToken) private readonly settings: { readonly ERASURE_KEY: string; readonly COMPLETE_URL: string },
  ) {}

  @Get()
  async show(@Param('erasure', ParseUUIDPipe) erasure: string) {
    const texts = await textsToJudge(this.orm.em.fork(), this.settings.ERASURE_KEY, erasure);
    return page('erased-texts', {
      texts: texts.map((text) => ({ ...text, where: words[text.table] ?? `Of the table ${text.table}` })),
      address: textsAddress(erasure),
      overview: `${this.settings.COMPLETE_URL}/service-support/erase/${erasure}`,
    });
  }

  @Post()
  async judge(
    @Param('erasure', ParseUUIDPipe) erasure: string,
    @Body() { text, action }: { text?: unknown; action?: unknown },
  ) {
    const back = redirect(textsAddress(erasure));
    if (typeof text !== 'string' || !/^[0-9a-f]{64}$/.test(text)) return back.telling('Nothing was changed');
    const isTaken = action === 'take-out';
    await this.orm.em.fork().transactional((em) => (isTaken ? takeNamesOut : leaveText)(em, erasure, text));
    return back.saying(
      isTaken ? 'The name is being taken out of this text, wherever it stands' : 'This text stays as it is',
    );
  }
}
