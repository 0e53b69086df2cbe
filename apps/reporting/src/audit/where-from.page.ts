import { NotFoundError } from '@academies/contracts';
import { Needs } from '@academies/web';
import { Controller, Get, Param, Render } from '@nestjs/common';
import { columnNamed } from '../columns/columns.ts';
import { Reading } from '../database/reading.ts';
import { currentTables } from '../read-model/read-model.ts';
import { inEventWords } from '../history/event-words.table.ts';
import { everSet, lastSet, type SetCell } from './where-from.sql.ts';

const inWords = (cell: SetCell) => ({ ...cell, event: inEventWords(cell.type) });
const unknown = (what: string) => new NotFoundError('REPORTING.UNKNOWN_ROW', `There is no such ${what}.`);

/** Where each value of a project came from: the event, the person and the time; also of a row that is gone. */
@Controller('projects/:prepare/:urn')
@Needs('read-complete')
export class WhereFromPage {
  constructor(private readonly reading: Reading) {}

  @Get()
  @Render('audit/where-from')
  async show(@Param('prepare') prepare: string, @Param('urn') urn: string) {
    const reference = `${prepare}/${urn}`;
    const model = await currentTables(this.reading.sql);
    const cells = new Map(
      (await lastSet(model, reference, this.reading.sql)).map((cell) => [cell.column, inWords(cell)]),
    );
    if (cells.size === 0) throw unknown('project');
    const name = cells.get('school_name')?.new ?? reference;
    const groups = Map.groupBy(
      model.columns.filter((column) => cells.has(column.name)),
      ({ group }) => group,
    );
    return {
      title: `Where the values of ${name} came from`,
      wide: true,
      reference,
      isGone: cells.get('project_reference')?.new === null,
      groups: [...groups].map(([group, columns]) => ({
        group,
        columns: columns.map((column) => ({ ...column, ...cells.get(column.name) })),
      })),
    };
  }

  @Get(':column')
  @Render('audit/values')
  async column(@Param() { prepare, urn, column: name = '' }: Record<string, string>) {
    const reference = `${prepare}/${urn}`;
    const model = await currentTables(this.reading.sql);
    if (!model.columns.some((column) => column.name === name)) throw unknown('column');
    const cells = await everSet(model, reference, name, this.reading.sql);
    if (cells.length === 0) throw unknown('value');
    const { heading } = columnNamed(name);
    return { title: `${heading}: every value`, reference, cells: cells.map(inWords) };
  }
}
