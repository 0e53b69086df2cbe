import { AsyncLocalStorage } from 'node:async_hooks';
import { BaseRpcExceptionFilter } from '@nestjs/microservices';
import { throwError } from 'rxjs';

const handling = new AsyncLocalStorage<true>();

type Unknown = typeof BaseRpcExceptionFilter.prototype.handleUnknownError;
const generic: Unknown = BaseRpcExceptionFilter.prototype.handleUnknownError;

/**
 * Nest's last filter turns what a handler throws into `{ status, message: 'Internal server error' }`. Here the class of an
 * error decides what becomes of its event, so while one of our events is handled the error itself goes on.
 */
BaseRpcExceptionFilter.prototype.handleUnknownError = function (this: BaseRpcExceptionFilter, exception, status) {
  return handling.getStore() ? throwError(() => exception as Error) : generic.call(this, exception, status);
} as Unknown;

/** Calls a handler whose errors come back as they were thrown. */
export const keepingErrors = <Result>(call: () => Result): Result => handling.run(true, call);
