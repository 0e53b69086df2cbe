import type { INestApplication } from '@nestjs/common';
import type { Access } from './access.ts';

/** A route as a test walks it: `/projects/:project`, and what it asks; `nothing` means refused to everybody. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly access: Access | 'nothing';
}

/** Every route of an application with what it asks of its visitor. */
export function routesOf(_app: INestApplication): Route[] {
  return [];
}
