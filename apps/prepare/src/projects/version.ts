import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** The version of the project that the person had in front of them, a hidden input of every edit form. */
export const Version = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const { version } = (context.switchToHttp().getRequest<Request>().body ?? {}) as { version?: unknown };
  return typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : undefined;
});
