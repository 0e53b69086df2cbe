import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { todayOf } from '../clock/today-of.ts';
import type { Fields, FormTable } from './form.ts';
import { WrongAnswers } from './wrong-answers.ts';

const read = createParamDecorator((table: FormTable<Fields>, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<Request>();
  const parsed = table.parse(request.body, { today: todayOf(request) });
  if ('ok' in parsed) return parsed.ok;
  throw new WrongAnswers(table, parsed.errors, parsed.typed);
});

/**
 * The valid answers to a form: `save(@Form(dateForm) answer: Answer<typeof dateForm>)`. Wrong ones never reach the
 * handler: the GET of the same address is shown again with the errors, what was typed, and status 400.
 */
export const Form = <F extends Fields>(table: FormTable<F>): ParameterDecorator =>
  read(table as unknown as FormTable<Fields>);
