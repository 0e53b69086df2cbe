import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { CallHandler, ExecutionContext, NestInterceptor, Provider } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { Request } from 'express';
import { Clock } from '../clock/clock.ts';
import { may, type Right } from '../rights/rights.table.ts';
import type { SignedInUser } from '../rights/signed-in-user.ts';
import './session.ts';

/** How a service writes down somebody whom it has not seen so before, or not on this day. */
export type SaveUser = (em: EntityManager, user: SignedInUser, now: Date) => Promise<unknown>;

/** Gets to know those who have a right when they come, so that work can be given to them. */
class RememberSignedInUsers implements NestInterceptor {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    private readonly right: Right,
    private readonly save: SaveUser,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const user = context.getType() === 'http' ? context.switchToHttp().getRequest<Request>().session?.user : undefined;
    if (user && may(user, this.right)) await this.remember(user);
    return next.handle();
  }

  private async remember(user: SignedInUser): Promise<void> {
    const said = [user.name, user.team, ...user.roles, this.clock.today()].join('|');
    if (this.known.get(user.email) === said) return;
    await this.save(this.orm.em.fork(), user, this.clock.now());
    this.known.set(user.email, said);
  }
}

/** To be listed among a service's providers: `rememberSignedInUsers('edit-prepare', savePerson)`. */
export const rememberSignedInUsers = (right: Right, save: SaveUser): Provider => ({
  provide: APP_INTERCEPTOR,
  inject: [MikroORM, Clock],
  useFactory: (orm: MikroORM, clock: Clock) => new RememberSignedInUsers(orm, clock, right, save),
});
