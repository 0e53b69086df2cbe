/** Entries on one page of a list. */
export const pageSize = 20;

/** A page of a list: where it begins, and what the pagination shows. */
export interface PagesOfList {
  readonly page: number;
  readonly last: number;
  readonly offset: number;
  readonly limit: number;
  readonly sentence: string;
  readonly previous?: { href: string };
  readonly next?: { href: string };
  readonly items: readonly ({ ellipsis: true } | { number: number; href: string; current: boolean })[];
}

/** Any text is a page: what is none is the first, what is beyond the end is the last. */
export const pageNumber = (asked: unknown): number =>
  typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Math.max(1, Number(asked)) : 1;

/**
 * The pages of a list of `total` entries; links keep the filters of the URL:
 * `pagesOf({ total, query: request.query, path: '/conversions' })`.
 */
export function pagesOf({
  total,
  query,
  path,
  size = pageSize,
  isMore = false,
}: {
  total: number;
  query: object;
  path: string;
  size?: number;
  /** There are more than `total`, which nobody counted. */
  isMore?: boolean;
}): PagesOfList {
  const last = Math.max(1, Math.ceil(total / size));
  const page = Math.min(pageNumber((query as Record<string, unknown>)['page']), last);
  const offset = (page - 1) * size;
  const all = `${isMore ? 'more than ' : ''}${total.toLocaleString('en-GB')}`;
  const href = (number: number): string => `${path}?${withPage(query, number)}`;
  const near = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last);
  const shown = [...new Set(near)].sort((one, other) => one - other);
  return {
    page,
    last,
    offset,
    limit: size,
    sentence:
      total === 0
        ? 'Nothing found'
        : `Showing ${(offset + 1).toLocaleString('en-GB')} to ${Math.min(offset + size, total).toLocaleString('en-GB')} of ${all}`,
    ...(page > 1 && { previous: { href: href(page - 1) } }),
    ...(page < last && { next: { href: href(page + 1) } }),
    items: shown.flatMap((number, index) => [
      ...(index > 0 && number - (shown[index - 1] ?? 0) > 1 ? [{ ellipsis: true as const }] : []),
      { number, href: href(number), current: number === page },
    ]),
  };
}

function withPage(query: object, page: number): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (name === 'page') continue;
    for (const one of [value].flat()) if (typeof one === 'string' && one !== '') parameters.append(name, one);
  }
  parameters.set('page', String(page));
  return parameters.toString();
}
