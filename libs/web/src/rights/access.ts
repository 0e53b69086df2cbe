import { SetMetadata } from '@nestjs/common';
import type { Right } from './rights.table.ts';

/** What a route asks of its visitor: a right, or `public`. */
export type Access = Right | 'public';

/** Where a route's access is kept. */
export const accessKey = 'academies:access';

/** The right that a controller or a method needs; a method's own wins. A route with neither this nor `@Public` is refused. */
export const Needs = (right: Right) => SetMetadata(accessKey, right satisfies Access);

/** Open to everybody, without sign-in. */
export const Public = () => SetMetadata(accessKey, 'public' satisfies Access);
