import type { Found, LookUps } from '@academies/forms';
import {
  Controller,
  type DynamicModule,
  Get,
  Inject,
  type InjectionToken,
  Module,
  Query,
  type Type,
} from '@nestjs/common';
import { Needs } from '../rights/access.ts';
import type { Right } from '../rights/rights.table.ts';
import { Limited } from '../security/limited.ts';

/** Injection token of the look-ups of a service, for who reads a form by hand (`lookedUp`). */
export const lookUpsToken = Symbol('look-ups');

/** What a service tells about its look-ups. */
export interface LookUpOptions<Source> {
  /** The right of the pages that ask; their look-ups are open to nobody else. */
  readonly needs: Right;
  /** What is asked, as Nest provides it: `MikroORM`. */
  readonly asks: InjectionToken<Source>;
  /** By the names that fields use: 'trust', 'school', or a field's own `lookUp`. */
  readonly lookUps: Readonly<Record<string, (source: Source, search: string) => Promise<Found>>>;
}

/** The look-ups behind `fromRegister`: one address each, `/look-up/<name>?search=`, for suggestions while typing. */
@Module({})
export class LookUpModule {
  static forRoot<Source>({ needs, asks, lookUps }: LookUpOptions<Source>): DynamicModule {
    const useFactory = (source: Source): LookUps =>
      Object.fromEntries(
        Object.entries(lookUps).map(([name, lookUp]) => [name, (search: string) => lookUp(source, search)]),
      );
    return {
      module: LookUpModule,
      global: true,
      controllers: Object.keys(lookUps).map((name) => lookUpPage(name, needs)),
      providers: [{ provide: lookUpsToken, inject: [asks], useFactory }],
      exports: [lookUpsToken],
    };
  }
}

/** Longer than any name of a trust or school. */
const longest = 200;

function lookUpPage(name: string, right: Right): Type {
  @Controller(`look-up/${name}`)
  @Needs(right)
  class LookUpPage {
    constructor(@Inject(lookUpsToken) private readonly lookUps: LookUps) {}

    @Get()
    @Limited('look-ups')
    async find(@Query('search') search: unknown): Promise<Found> {
      const text = typeof search === 'string' ? search.slice(0, longest).replaceAll('\u0000', '').toWellFormed() : '';
      return (await this.lookUps[name]?.(text)) ?? { matches: [], more: false };
    }
  }
  return LookUpPage;
}
