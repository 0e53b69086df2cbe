import {
  may,
  Needs,
  type Redirect,
  redirect,
  Scoped,
  settingsToken,
  SignedIn,
  type SignedInUser,
} from '@academies/web';
import { Controller, Get, Header, Inject, Render } from '@nestjs/common';
import { columns } from '../columns/columns.ts';
import { FreshnessCheck } from '../freshness/freshness.ts';
import { columnTable } from '../reference/data-dictionary.ts';
import { announced } from '../reports/announced-changes.table.ts';
import { recipes, withToken } from '../reference/recipes.table.ts';
import { maySee } from '../reports/report.ts';
import { reportAt, reports } from '../reports/reports.table.ts';

/** The start of the service is the list of files; delivery officers have two reports and no list. */
@Controller()
@Needs('by-month')
export class StartPage {
  @Get()
  start(@SignedIn() user: SignedInUser): Redirect {
    const [first] = reports.filter((report) => maySee(user, report));
    return redirect(may(user, 'exports') || !first ? '/exports' : `/exports/${first.name}`);
  }
}

/** What can be downloaded, for whom it is, and how fresh it is. */
@Controller('exports')
@Needs('exports')
export class ExportsPage {
  constructor(private readonly freshnessCheck: FreshnessCheck) {}

  @Get()
  @Render('pages/exports')
  async show(@SignedIn() user: SignedInUser) {
    return {
      title: 'Download project data',
      wide: true,
      reports: reports.filter((report) => maySee(user, report)),
      freshness: await this.freshnessCheck.now(),
    };
  }
}

const anyToken = () => [];

/** The words of the data: what each column says, and how to open a file. Open to whoever may have any file. */
@Controller('exports')
@Needs('by-month')
export class HelpPages {
  constructor(@Inject(settingsToken) private readonly settings: Parameters<typeof withToken>[0]) {}

  @Get('columns')
  @Render('pages/columns')
  columns() {
    const groups = [...new Set(columns.map(({ group }) => group))].map((name) => ({
      name,
      columns: columns.filter(({ group }) => group === name),
    }));
    return { title: 'What each column means', wide: true, groups };
  }

  /** The same for programs. */
  @Get('columns.csv')
  @Scoped(anyToken)
  @Header('Content-Type', 'text/csv; charset=utf-8; header=present')
  table(): string {
    return columnTable();
  }

  @Get('columns.json')
  @Scoped(anyToken)
  list() {
    return columns.map(({ cell: _, ...said }) => said);
  }

  @Get('announced')
  @Render('pages/announced')
  announced() {
    const changes = announced().map((change) => ({ ...change, named: change.reports.map(reportAt) }));
    return { title: 'Changes that are coming', changes };
  }

  @Get('help')
  @Render('pages/help')
  help() {
    return { title: 'Open a file in Excel without losing zeros', recipes, withToken: withToken(this.settings) };
  }
}
