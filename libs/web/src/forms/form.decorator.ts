import { type Fields, FormErrors, type FormTable, lookedUp, type LookUps } from '@academies/forms';
import {
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  Optional,
  type PipeTransform,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { todayOf } from '../clock/today-of.ts';
import { lookUpsToken } from './look-up.module.ts';

/** What a form is read from. */
interface Posted {
  readonly table: FormTable<Fields>;
  readonly body: unknown;
  readonly today: string;
  /** Keeps what was looked up with the request, for the page that is shown again when a rule refuses the answers. */
  readonly keep: (found: Found) => void;
}
type Found = Awaited<ReturnType<typeof lookedUp>>;

/** Looks up what the form's fields ask a register for, then reads it. */
@Injectable()
class ReadForm implements PipeTransform<Posted> {
  constructor(@Optional() @Inject(lookUpsToken) private readonly lookUps: LookUps = {}) {}

  async transform({ table, body, today, keep }: Posted): Promise<unknown> {
    const found = await lookedUp(table, body, this.lookUps);
    keep(found);
    const parsed = table.parse(body, { today, found });
    if ('ok' in parsed) return parsed.ok;
    throw new FormErrors(table, parsed.errors, parsed.typed, parsed.found);
  }
}

const read = createParamDecorator((table: FormTable<Fields>, context: ExecutionContext): Posted => {
  const request = context.switchToHttp().getRequest<Request>();
  const keep = (found: Found) => void ((request.res as Response).locals['found'] = found);
  return { table, body: request.body, today: todayOf(request), keep };
});

/** What was looked up for the form that this request sent. */
export const foundBefore = ({ res }: Request): Found | undefined => res?.locals['found'] as Found | undefined;

/**
 * The valid answers to a form: `save(@Form(dateForm) answer: Answer<typeof dateForm>)`. Wrong ones never reach the
 * handler: the GET of the same address is shown again with the errors, what was typed, and status 400.
 */
export const Form = <F extends Fields>(table: FormTable<F>): ParameterDecorator =>
  read(table as unknown as FormTable<Fields>, ReadForm);

/** The hash of what the form showed that was sent, for `form.collides`: `save(@Shown() shown: string | undefined)`. */
export const Shown = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const { shown } = (context.switchToHttp().getRequest<Request>().body ?? {}) as { shown?: unknown };
  return typeof shown === 'string' && shown !== '' ? shown : undefined;
});
