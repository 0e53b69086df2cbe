import { Needs } from '@academies/web';
import { Controller, Get, Render } from '@nestjs/common';
import { Reading } from '../database/reading.ts';
import { lastPosition } from '../journal/journal.ts';
import { columnNamed } from '../columns/columns.ts';

/** A read model as service support sees it. */
interface Progress {
  readonly build: string;
  readonly position: number;
  readonly current: boolean;
  readonly gone: boolean;
  readonly begun: Date;
  readonly columns: number;
}

const models = `
  select build, position::float8 as position, current, gone_at is not null as gone, created_at as begun,
         jsonb_array_length(columns) as columns
    from read_model order by current desc, created_at desc`;

const failed = `
  select "column" as name, count(*)::int as cells, min(reason) as reason from failed_cell
    join read_model using (build) where current group by "column" order by "column"`;

/** How far each read model is in the journal: the one that is read, and one that is being built beside it. */
@Controller('rebuild')
@Needs('service-support')
export class RebuildPage {
  constructor(private readonly reading: Reading) {}

  @Get()
  @Render('projector/rebuild')
  async show() {
    const { sql } = this.reading;
    const last = await lastPosition(sql);
    const found = await sql.all<Progress>(models);
    return {
      title: 'How far the files are built',
      last,
      models: found.map((model) => ({
        ...model,
        percent: last === 0 ? 100 : Math.floor((model.position / last) * 100),
        says: model.current
          ? 'Files are read from it'
          : model.gone
            ? 'It has served and goes when nobody reads it'
            : 'It is being built',
      })),
      failed: (await sql.all<{ name: string; cells: number; reason: string }>(failed)).map((each) => ({
        ...each,
        heading: columnNamed(each.name).heading,
      })),
    };
  }
}
