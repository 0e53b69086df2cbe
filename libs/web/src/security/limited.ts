import { SetMetadata } from '@nestjs/common';

/** Which limit counts a route's requests. */
export type Limit = 'sign-in' | 'exports' | 'look-ups';

/** Where a route's limit is kept. */
export const limitKey = 'academies:limit';

/** Counts a route's requests: `@Limited('exports')`. Over the limit the answer is a 429 page. */
export const Limited = (limit: Limit) => SetMetadata(limitKey, limit);
