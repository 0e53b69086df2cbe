import { may, type SignedInUser } from '@academies/web';
import { MikroORM } from '@mikro-orm/postgresql';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { keepPerson } from './people.ts';

/** Gets to know those who may run projects when they come, so that projects can be assigned to them. */
@Injectable()
export class KnowVisitors implements NestInterceptor {
  private readonly known = new Map<string, string>();

  constructor(private readonly orm: MikroORM) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const user = context.getType() === 'http' ? context.switchToHttp().getRequest<Request>().session?.user : undefined;
    if (user && may(user, 'manage-project')) await this.know(user);
    return next.handle();
  }

  private async know(user: SignedInUser): Promise<void> {
    const said = `${user.name}|${user.team ?? ''}`;
    if (this.known.get(user.email) === said) return;
    await keepPerson(this.orm.em.fork(), user);
    this.known.set(user.email, said);
  }
}
