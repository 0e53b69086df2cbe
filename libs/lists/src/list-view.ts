import { NotFoundError } from '@academies/contracts';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Placed, placed } from './area.ts';
import { askedOf, conditionsOf, misunderstood } from './conditions-of.ts';
import type { Asked, Cell, List, Visitor } from './list.ts';
import { listForm } from './list-form.ts';
import { countRows, readPage } from './read-page.ts';

/** Rows of a page that is to be printed (docs/domain/complete-pages.md). */
const printedAtMost = 1_000;

/** A word that half of all projects have is not counted to its end: nobody reads so far, and each row would be fetched. */
const foundAtMost = 2_000;

/** What somebody asks for: a URL, and the lists among which this one stands. */
export interface ListRequest {
  readonly em: EntityManager;
  readonly query: Readonly<Record<string, unknown>>;
  readonly visitor: Visitor;
  readonly key: string;
  readonly lists: readonly List[];
}

/** A list as its template draws it. */
export async function listView(list: List, request: ListRequest) {
  const { em, query, visitor, key } = request;
  const title = list.titled ? await list.titled(em, key) : list.title;
  if (title === undefined) throw new NotFoundError('LISTS.NO_SUCH_LIST', 'There is no such list');
  const asked = askedOf(list, query, visitor, key);
  const path = `/${list.address.replace(':key', encodeURIComponent(key))}`;
  const isPrinted = query['print'] === 'yes';
  const { rows, total, isMore, pages } = await readPage<never>(em, {
    rows: list.rows,
    condition: conditionsOf(list, asked, visitor),
    order: list.orders[asked.order] ?? { text: '', by: [] },
    query,
    path,
    size: isPrinted ? printedAtMost : undefined,
    atMost: asked.search ? foundAtMost : undefined,
  });
  const columns = typeof list.columns === 'function' ? list.columns(visitor, asked) : list.columns;
  const picks = list.picks?.may(visitor, asked) && !isPrinted ? list.picks : undefined;
  return {
    title,
    intro: list.intro,
    caption: list.caption?.(asked) ?? (list.titled && list.title),
    telling: await list.tells?.(em, asked, visitor),
    empty: typeof list.empty === 'function' ? list.empty(asked) : list.empty,
    area: list.area && (await withCounts(placed(list.area, path, visitor), asked, request)),
    misunderstood: misunderstood(list, query, visitor),
    form: await listForm(list, em, asked, visitor, path),
    more: await list.more?.(em, asked, visitor),
    headings: columns.map(({ heading }) => heading),
    picks: picks && { action: picks.action, name: picks.name, button: picks.button },
    rows: rows.map((row) => ({
      cells: columns.map(({ cell }) => cellOf(cell(row, visitor))),
      value: picks?.value(row, visitor),
    })),
    pages,
    isPrinted,
    printing: printingOf(isMore ? 'more than ' : '', total, query, path),
  };
}

const cellOf = (cell: Cell | string): Cell => (typeof cell === 'string' ? { text: cell } : cell);

/** Each tab says how many its list holds, under the same filters; not while somebody searches, since each would search again. */
async function withCounts(area: Placed, asked: Asked, { em, query, visitor, lists }: ListRequest) {
  const kept = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !['page', 'print', 'sort'].includes(entry[0]),
  );
  const more = kept.length > 0 ? `?${new URLSearchParams(kept).toString()}` : '';
  const tabs = area.tabs.map(async (tab) => {
    const list = asked.search ? undefined : lists.find(({ address }) => `/${address}` === tab.href);
    const count = list && countRows(em, list.rows, conditionsOf(list, askedOf(list, query, visitor), visitor));
    return { ...tab, href: tab.href + more, count: await count };
  });
  return { ...area, tabs: await Promise.all(tabs) };
}

/** Where all rows of the filter stand on one page, and what that page says of itself. */
function printingOf(than: string, total: number, query: ListRequest['query'], path: string) {
  const asked = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '' && entry[0] !== 'page',
  );
  const href = `${path}?${new URLSearchParams({ ...Object.fromEntries(asked), print: 'yes' }).toString()}`;
  const [all, first] = [than + total.toLocaleString('en-GB'), printedAtMost.toLocaleString('en-GB')];
  const isAll = total <= printedAtMost;
  return {
    href,
    text: isAll ? `Show all ${all} on one page to print` : `Show the first ${first} of ${all} on one page to print`,
    sentence: isAll
      ? `All ${all} are on this page`
      : `The first ${first} of ${all} are on this page. Filter to see fewer`,
  };
}
