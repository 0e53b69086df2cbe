import type { Sql } from '@academies/database';
import type { ReadModel } from '../read-model/read-model.ts';
import { schemaOf } from '../read-model/tables.sql.ts';

/** One cell as an event set it. */
export interface SetCell {
  readonly column: string;
  readonly old: string | null;
  readonly new: string | null;
  /** Type of the event. */
  readonly type: string;
  /** When it happened, and when it arrived here. */
  readonly time: Date;
  readonly arrived: Date;
  /** Who did it; null where no person did, as in the register. */
  readonly by: string | null;
}

/** Every change of a row's cells, newest first, with the event that made it. */
const changesOf = (build: string) => `
  select changed_cell."column", old, new, type, time, received_at as arrived, value -> 'by' ->> 'name' as by
    from ${schemaOf(build)}.changed_cell join journal using (position)
   where project_reference = $1`;

/** What set each cell of a row last, by column; also of a row that is gone. Empty where there never was such a row. */
export const lastSet = ({ build }: ReadModel, reference: string, sql: Sql): Promise<SetCell[]> =>
  sql.all(`select distinct on ("column") * from (${changesOf(build)} order by "column", position desc) as changes`, [
    reference,
  ]);

/** Every value that a cell of a row ever had, the newest first. */
export const everSet = ({ build }: ReadModel, reference: string, column: string, sql: Sql): Promise<SetCell[]> =>
  sql.all(`${changesOf(build)} and changed_cell."column" = $2 order by position desc`, [reference, column]);
