import type { IsoDate } from '@academies/contracts';
import { escapeLiteral as literal, type Sql } from '@academies/database';
import { Clock, Limited, Needs, Scoped, SignedIn, type SignedInUser } from '@academies/web';
import { Controller, Get, Header, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Exporter } from '../exports/exporter.ts';
import { readLook } from '../exports/parameters.table.ts';
import { formatAt, formats } from '../formats/format.table.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import { rowTable, schemaOf } from '../read-model/tables.sql.ts';
import { exporters, report } from '../reports/report.ts';
import { csvwOf, fileBeside } from '../reference/csvw.ts';
import { copyCells } from '../request/copy.ts';
import { everyRule } from '../quality/rules.ts';

/** What a line of the file of findings says: heading and where it stands. */
const cells: readonly (readonly [name: string, heading: string, from: string])[] = [
  ['project_reference', 'Project reference', 'f.project_reference'],
  ['school_name', 'School name', 'r.school_name'],
  ['finding', 'Finding', 'rule.title'],
  ['level', 'Level', 'rule.level'],
  ['details', 'Details', 'f.words'],
  ['columns', 'Columns', 'rule.columns'],
  ['who', 'Who can mend it', 'rule.who'],
  ['mend_at', 'Where to mend it', 'f.mend_at'],
  ['team', 'Team', 'f.team'],
  ['region', 'Region', 'f.region'],
  ['assigned_to', 'Assigned to email', 'f.assigned_to'],
  ['counts_from', 'Counts from', `nullif(f.counts_from, '-infinity')`],
  ['set_aside', 'Set aside because', 'a.reason'],
  ['set_aside_by', 'Set aside by', 'a.by_email'],
];

const rulesAsValues = everyRule
  .map((rule) => [rule.name, rule.title, rule.level, rule.mend.who, rule.columns.slice(0, 8).join('; ')])
  .map((values) => `(${values.map(literal).join(', ')})`)
  .join(', ');

const findings = ({ build }: ReadModel, today: IsoDate, setAside: string): string => `
  /* ${setAside} */ select ${cells.map(([name, , from]) => `${from} as ${name}`).join(', ')}
    from ${schemaOf(build)}.finding as f
    join (values ${rulesAsValues}) as rule (name, title, level, who, columns) on rule.name = f.rule
    left join ${rowTable(build)} as r using (project_reference)
    left join finding_set_aside as a using (project_reference, rule, said)
   where f.counts_from <= ${literal(today)}
   order by f.project_reference, f.rule`;

/** Differs when a finding was set aside, which is no event: stands in the statement, and so in the file's version. */
async function setAsideSoFar(sql: Sql): Promise<string> {
  const [row] = await sql.all<{ many: number; last: Date | null }>(
    'select count(*)::int as many, max(set_aside_at) as last from finding_set_aside',
  );
  return `${row?.many} set aside, ${row?.last?.toISOString()}`;
}

const columns = cells.map(([name, heading]) => ({ name, heading }));
const findingsReport = report('data-quality', {
  title: 'Data quality',
  purpose: 'What the rules of data quality find',
  usedBy: 'Everybody who mends data',
  access: exporters,
  rows: {},
  period: { column: 'significant_date', required: false },
  order: ['project_reference'],
  columns,
});

/** Every finding that counts today, as a file on record like all others. */
@Controller('quality')
@Needs('exports')
@Scoped(() => ['findings'])
@Limited('exports')
export class FindingsFile {
  constructor(
    private readonly exporter: Exporter,
    private readonly clock: Clock,
  ) {}

  @Get(Object.keys(formats).map((ending) => `findings.${ending}`))
  async download(
    @Query() query: Record<string, unknown>,
    @SignedIn() user: SignedInUser,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const today = this.clock.today();
    const wanted = {
      ...readLook(findingsReport, query),
      format: formatAt(request.path),
      instead: async (model: ReadModel, sql: Sql) => ({
        copy: copyCells(findings(model, today, await setAsideSoFar(sql))),
        listed: columns,
      }),
    };
    await this.exporter.send(wanted, user.email, request, response);
  }

  /** What programs need to read it. */
  @Get('findings.csv-metadata.json')
  @Header('Content-Type', 'application/csvm+json')
  metadata(@Query() query: Record<string, unknown>, @Req() { originalUrl }: Request) {
    // A project may have many findings: no column names a line.
    return csvwOf({ ...readLook(findingsReport, query), url: fileBeside(originalUrl) });
  }
}
