import { TooMuchError, TransientError } from '@academies/contracts';
import { settingsToken } from '@academies/web';
import { Inject, Injectable } from '@nestjs/common';
import { Reading } from '../database/reading.ts';

/** Every download is on record: who, which, which filters, as of, how it ended (docs/domain/reporting.md). */
const downloadSql = {
  begin: `
    insert into download (by_email, report, filters, file_name, as_of, position)
    values ($1, $2, $3::jsonb, $4, $5, $6) returning id`,
  lastMonths: `
    select filters ->> 'from' as from, filters ->> 'to' as to from download
     where by_email = $1 and report = $2 and filters ? 'from' order by started_at desc limit 1`,
  end: `
    update download set outcome = $2, rows = $3, bytes = $4, sha256 = $5, ended_at = clock_timestamp() where id = $1`,
};

/** What is being downloaded, and by whom. */
export interface Download {
  readonly by: string;
  readonly report: string;
  readonly filters: Readonly<Record<string, string>>;
  readonly fileName: string;
}

/** How a download ended. */
export interface Ending {
  readonly outcome: 'sent' | 'broken off';
  readonly rows: number;
  readonly bytes: number;
  /** Of the whole file before it was packed; absent while bytes are missing. */
  readonly sha256?: string;
}

/** How many files may be on their way, and how long they may take. */
export interface DownloadSettings {
  readonly DOWNLOADS_AT_ONCE: number;
  readonly DOWNLOADS_OF_ONE: number;
  readonly DOWNLOAD_TURN_SECONDS: number;
  readonly DOWNLOAD_LONGEST_SECONDS: number;
  readonly DOWNLOAD_LEAST_KB_A_SECOND: number;
}

type Waiting = { readonly by: string; readonly go: () => void };

/** Gives each download its turn, and keeps every download on record. */
@Injectable()
export class Downloads {
  /** Who has files on their way; somebody with two is there twice. */
  readonly #going: string[] = [];
  readonly #waiting = new Set<Waiting>();

  constructor(
    private readonly reading: Reading,
    @Inject(settingsToken) private readonly settings: DownloadSettings,
  ) {}

  /** Waits for a turn: whoever has as many as one may have lets others by. Answers with how to say that it is over. */
  async turn(by: string): Promise<() => void> {
    if (this.#mayGo(by)) this.#going.push(by);
    else await this.#wait(by);
    return () => {
      this.#going.splice(this.#going.indexOf(by), 1);
      const next = [...this.#waiting].find((one) => this.#mayGo(one.by));
      next?.go();
    };
  }

  #mayGo(by: string): boolean {
    return this.#going.length < this.settings.DOWNLOADS_AT_ONCE && !this.#hasAll(by);
  }

  #hasAll(by: string): boolean {
    return this.#going.filter((one) => one === by).length >= this.settings.DOWNLOADS_OF_ONE;
  }

  #wait(by: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const over = (then: () => void) => {
        this.#waiting.delete(waiting);
        clearTimeout(late);
        then();
      };
      const waiting: Waiting = {
        by,
        go: () => {
          this.#going.push(by);
          over(resolve);
        },
      };
      const late = setTimeout(
        () => over(() => reject(this.#hasAll(by) ? ownLimit(this.settings) : everybodysLimit())),
        this.settings.DOWNLOAD_TURN_SECONDS * 1_000,
      );
      this.#waiting.add(waiting);
    });
  }

  /** The months of the newest file of a report that this person took. */
  async lastMonths(by: string, report: string): Promise<{ from: string; to: string } | undefined> {
    const [last] = await this.reading.sql.all<{ from: string; to: string }>(downloadSql.lastMonths, [by, report]);
    return last;
  }

  /** Answers with its id, and how to say that it has ended. */
  async begin(download: Download, asOf: Date | null, position: number) {
    const { by, report, filters, fileName } = download;
    const values = [by, report, JSON.stringify(filters), fileName, asOf, position];
    const [begun] = await this.reading.sql.all<{ id: string }>(downloadSql.begin, values);
    const { id = '' } = begun ?? {};
    const end = async ({ outcome, rows, bytes, sha256 }: Ending): Promise<void> => {
      await this.reading.sql.all(downloadSql.end, [id, outcome, rows, bytes, sha256 ?? null]);
    };
    return { id, end };
  }
}

const ownLimit = ({ DOWNLOADS_OF_ONE: most }: DownloadSettings) =>
  new TooMuchError(
    'REPORTING.OWN_LIMIT',
    `You can download ${most} ${most === 1 ? 'file' : 'files'} at a time. Wait until one has arrived and try again.`,
  );

const everybodysLimit = () =>
  new TransientError('REPORTING.BUSY', 'Many files are being downloaded. Try again in a minute.');
