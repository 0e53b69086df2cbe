import { type INestApplication, RequestMethod, type Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { type Access, accessKey } from './access.ts';

/** A route as a test walks it: `/projects/:project`, and what it asks; `nothing` means refused to everybody. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly access: Access | 'nothing';
}

const paths = (target: object): string[] => [Reflect.getMetadata('path', target) as string | string[]].flat();

/** Every route of an application with what it asks of its visitor. */
export function routesOf(app: INestApplication): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = new Set(
    modules.flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype as Type)),
  );
  return [...controllers].flatMap(routesOfController);
}

function routesOfController(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  const handlers = new MetadataScanner().getAllMethodNames(prototype).map((name) => prototype[name] as object);
  return handlers
    .filter((handler) => Reflect.hasMetadata('method', handler))
    .flatMap((handler) =>
      paths(controller).flatMap((prefix) =>
        paths(handler).map((path) => ({
          method: RequestMethod[Reflect.getMetadata('method', handler) as number] ?? 'ALL',
          path: `/${[prefix, path].join('/')}`.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''),
          access: accessOf(handler) ?? accessOf(controller) ?? 'nothing',
        })),
      ),
    );
}

const accessOf = (target: object): Access | undefined => Reflect.getMetadata(accessKey, target) as Access | undefined;
