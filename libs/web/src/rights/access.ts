import { SetMetadata } from '@nestjs/common';
import type { Right } from './rights.table.ts';

/** What a route asks of its visitor: a right, or `public`. */
export type Access = Right | 'public';

/** Where a route's access is kept. */
export const accessKey = 'academies:access';

/** The right that a controller or a method needs; a method's own wins. A route with neither this nor `@Public` is refused. */
export const Needs = (right: Right) => SetMetadata(accessKey, right satisfies Access);

/** Which scopes open an address to a machine, by the parts of the address; one of them is enough, none means any token. */
export type ScopesOf = (parameters: Readonly<Record<string, string | undefined>>) => readonly string[];

/** Where a route's scopes are kept. */
export const scopesKey = 'academies:scopes';

/** Open to machines too, whose token has the scope; every other route is for people alone. */
export const Scoped = (scopes: ScopesOf) => SetMetadata(scopesKey, scopes);

/** Open to everybody, without sign-in. */
export const Public = () => SetMetadata(accessKey, 'public' satisfies Access);
