import { NotFoundException } from '@nestjs/common';
import type { RequestHandler } from 'express';

/** PostgreSQL has no zero character, so nothing that is named with one can be there: no such page. */
export const noZeroCharacter: RequestHandler = (request, _, next) =>
  next(request.originalUrl.includes('%00') ? new NotFoundException() : undefined);
