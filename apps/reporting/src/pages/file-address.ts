import type { Report } from '../reports/report.ts';

interface Chosen {
  readonly from: string | null;
  readonly to: string | null;
  readonly on?: string | null;
  readonly contacts: readonly string[];
  readonly headings: string | null;
}

/** The address of a file, as others rely on it: `/exports/{report}.csv?from=YYYY-MM&to=YYYY-MM`. */
export function fileAddress({ name }: Report, { from, to, on, contacts, headings }: Chosen): string {
  const query = new URLSearchParams({
    ...(from && to && { from: from.slice(0, 7), to: to.slice(0, 7) }),
    ...(on && { on }),
    ...(contacts.includes('all') && { contacts: 'all' }),
    ...(headings === 'names' && { headings }),
  });
  return `/exports/${name}.csv${query.size > 0 ? `?${query}` : ''}`;
}
