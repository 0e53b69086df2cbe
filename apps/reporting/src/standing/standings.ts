import { Injectable } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import type { Sql } from '../database/sql.ts';
import { currentReadModel } from '../model/read-model.ts';
import type { Standing } from './standing.ts';

/** Says how far the read model is. */
@Injectable()
export class Standings {
  constructor(private readonly reading: Reading) {}

  /** As of this moment. */
  now(): Promise<Standing> {
    return this.in(this.reading.sql);
  }

  /** As of the snapshot that `sql` reads in. */
  async in(sql: Sql): Promise<Standing> {
    const model = await currentReadModel(sql);
    return { asOf: null, position: model?.position ?? 0, waiting: 0, heldBack: 0 };
  }
}
