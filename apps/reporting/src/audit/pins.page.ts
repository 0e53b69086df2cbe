import { pipeline } from 'node:stream/promises';
import type { Trial } from '@academies/contracts';
import { type Answer, form, month } from '@academies/forms';
import {
  Clock,
  Form,
  Limited,
  Needs,
  redirect,
  Scoped,
  settingsToken,
  SignedIn,
  type SignedInUser,
} from '@academies/web';
import { Controller, Get, Inject, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Downloads } from '../exports/downloads.ts';
import { statusLink } from '../exports/file-headers.ts';
import { nameIn } from '../exports/file-of.ts';
import { scopesOfReport } from '../reports/report.ts';
import { reportFor } from '../reports/reports.table.ts';
import { Pins } from './pins.ts';

const pinForm = form({
  button: 'Pin this month-end',
  fields: {
    month: month({
      label: 'Month that has ended',
      hint: 'For example, 10 2026',
      range: { from: '2000-01-01', to: 'today' },
      required: 'Enter the month',
    }),
  },
});

/** The month-ends of a report that are kept, and how to keep another. */
@Controller('exports/:report/pins')
@Needs('exports')
export class PinsPage {
  constructor(
    private readonly pins: Pins,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Render('audit/pins')
  async show(@Param('report') name: string, @SignedIn() user: SignedInUser) {
    const report = reportFor(user, name);
    return { title: `Month-ends: ${report.title}`, report, pins: await this.pins.of(report.name), ...pinForm.empty() };
  }

  @Post()
  async save(
    @Param('report') name: string,
    @Form(pinForm) answer: Answer<typeof pinForm>,
    @SignedIn() user: SignedInUser,
  ) {
    const report = reportFor(user, name);
    await this.pins.pin(report.name, answer.month.slice(0, 7), user, this.clock.today());
    return redirect(`/exports/${report.name}/pins`).saying('The month-end is pinned');
  }
}

/** A pinned file: the same bytes at each download. */
@Controller('pinned/:name.csv')
@Needs('exports')
@Scoped(({ name }) => scopesOfReport(name?.replace(/-\d{4}-\d\d$/, '')))
@Limited('exports')
export class PinnedFile {
  constructor(
    private readonly pins: Pins,
    private readonly downloads: Downloads,
    @Inject(settingsToken) private readonly settings: { readonly TRIAL: Trial },
  ) {}

  @Get()
  async download(@Param('name') name: string, @SignedIn() user: SignedInUser, @Res() response: Response) {
    const pin = await this.pins.named(name);
    reportFor(user, pin.report);
    const fileName = nameIn(this.settings.TRIAL, `${pin.name}.csv`);
    const download = { by: user.email, report: pin.report, filters: { pinned: pin.month }, fileName };
    const { id, end } = await this.downloads.begin(download, null, pin.position);
    response.set({
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'X-Journal-Position': String(pin.position),
      Link: statusLink(id),
      ETag: `"${pin.sha256}"`,
    });
    let outcome: 'sent' | 'broken off' = 'broken off';
    let bytes = 0;
    const counted = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        yield chunk;
      }
    };
    try {
      await pipeline(this.pins.bytes(name), counted, response);
      outcome = 'sent';
    } finally {
      await end({ outcome, rows: pin.rows, bytes, ...(outcome === 'sent' && { sha256: pin.sha256 }) });
    }
  }
}
