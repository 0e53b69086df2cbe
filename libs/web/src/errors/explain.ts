import { isLostConnection } from '@academies/database';
import {
  AppError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  RefusedError,
  TooMuchError,
  TransientError,
} from '@academies/contracts';
import { HttpException } from '@nestjs/common';
import type { Explanation } from '../layout/shown-again.ts';
import { TokenRefused } from '../sign-in/machines.ts';

const titles: Readonly<Record<number, string>> = {
  400: 'There is a problem with what was sent',
  401: 'Nobody is signed in',
  403: 'You cannot see or do this',
  404: 'Page not found',
  409: 'This cannot be done now',
  413: 'What was sent is too large',
  429: 'Too many requests',
  500: 'Sorry, there is a problem with the service',
  503: 'Sorry, the service is not available at the moment',
};

const messages: Readonly<Record<number, string>> = {
  400: 'Go back, check what you entered and try again.',
  401: 'Sign in, or send a token that is valid here.',
  403: 'Your role does not allow this.',
  404: 'If you typed the web address, check that it is correct. If you pasted it, check that you copied all of it.',
  413: 'Go back, make the text shorter and send it again.',
  500: 'Try again in a few minutes. Nothing that you saved before is lost.',
  503: 'Try again in a few minutes. Nothing that you saved before is lost.',
};

const explained = (status: number, code: string, message?: string): Explanation => ({
  status,
  code,
  title: titles[status] ?? titles[status < 500 ? 400 : 500] ?? '',
  message: message || (messages[status] ?? messages[status < 500 ? 400 : 500] ?? ''),
});

const statusOfAppError = (error: AppError): number => {
  if (error instanceof NotFoundError) return 404;
  if (error instanceof RefusedError) return 409;
  if (error instanceof InvalidError) return 400;
  if (error instanceof ForbiddenError) return 403;
  if (error instanceof TooMuchError) return 429;
  return error instanceof TransientError ? 503 : 500;
};

/** Errors of PostgreSQL and the network by their code: the database is away, or a value is none of its kind (08P01: a zero character). */
const away = /^(ECONN(REFUSED|RESET)|ENOTFOUND|ETIMEDOUT|EPIPE|08(?!P01)\w{3}|57P0[123]|53300)$/;
const notOfItsKind = /^(22(P02|003|021|007|008|P05)|08P01)$/;

/** Every error in plain English. What a person sent never becomes a 5xx; what failed inside says nothing of itself. */
export function explain(error: unknown, method = 'GET'): Explanation {
  if (error instanceof AppError) {
    const status = statusOfAppError(error);
    return explained(status, error.code, status === 500 ? undefined : error.message);
  }
  if (error instanceof TokenRefused) return explained(401, 'WEB.TOKEN_REFUSED', error.message);
  if (error instanceof HttpException) return explained(error.getStatus(), `WEB.${error.getStatus()}`);
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  // http-errors of the body readers and of Express: malformed, too large, a wrong charset.
  if (typeof status === 'number' && status >= 400 && status < 500) return explained(status, `WEB.${status}`);
  if ((typeof code === 'string' && away.test(code)) || isLostConnection(error)) return explained(503, 'WEB.AWAY');
  if (typeof code === 'string' && notOfItsKind.test(code))
    return explained(method === 'GET' || method === 'HEAD' ? 404 : 400, 'WEB.BAD_VALUE');
  return explained(500, 'WEB.FAILED');
}
