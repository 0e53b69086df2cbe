import { type Answer, form, text } from '@academies/forms';
import { Form, Limited, Needs, page, type Page, type Redirect, redirect } from '@academies/web';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { reports } from '../reports/reports.table.ts';
import { recordsWith } from './records.ts';

export const checkAddress = '/check';
const isHash = (text: string | null): text is string => /^[\da-f]{64}$/i.test(text ?? '');

/** `file` arrives as the SHA-256 of its bytes (`hashesUploadsTo`). */
const checkForm = form({
  button: 'Check',
  fields: {
    file: text({ label: 'File' }),
    hash: text({ label: 'Or its SHA-256', hint: '64 letters and digits', max: 100 }),
  },
  together: ({ file, hash }): { hash?: string } =>
    isHash(file) || isHash(hash) ? {} : { hash: 'Choose a file, or enter its SHA-256' },
});

/** Says of a file, or of a hash that somebody was sent with one, whether these bytes left this service as a whole file. */
@Controller(checkAddress)
@Needs('by-month')
@Limited('look-ups')
export class CheckPage {
  constructor(private readonly reading: Reading) {}

  @Get()
  async show(@Query('hash') asked: unknown): Promise<Page> {
    const hash = typeof asked === 'string' && isHash(asked) ? asked.toLowerCase() : undefined;
    const found = hash ? await recordsWith(hash, this.reading.sql) : [];
    const shown = { title: 'Check a file', ...checkForm.empty(), hash, newest: found[0], times: found.length };
    return page('records/check', { ...shown, report: titleOf(found[0]?.report) });
  }

  @Post()
  check(@Form(checkForm) { file, hash }: Answer<typeof checkForm>): Redirect {
    return redirect(`${checkAddress}?hash=${isHash(file) ? file : hash}`);
  }
}

const titleOf = (report: string | undefined) => reports.find(({ name }) => name === report)?.title ?? report;
