import type { Figures } from './statistics.ts';

const bar = 18;
const gap = 4;
const line = 24;
const longest = 80;
const colours = ['#12436d', '#28a197'];

/** A chart of bars, as its template draws it: places down in pixels, widths in per cent, so that letters keep their size. */
export interface Chart {
  readonly height: number;
  /** Everything that the picture shows, in words. */
  readonly words: string;
  readonly legend: readonly { readonly text: string; readonly colour: string }[];
  readonly rows: readonly {
    readonly label: string;
    readonly y: number;
    readonly bars: readonly {
      readonly y: number;
      readonly width: number;
      readonly colour: string;
      readonly value: string;
    }[];
  }[];
}

const inWords = (value: number): string => value.toLocaleString('en-GB');

/** The bars of a table, row for row; the longest fills most of the width. */
export function chartOf({ series, rows }: Figures): Chart {
  const most = Math.max(1, ...rows.flatMap(({ values }) => values));
  const rowHeight = line + series.length * (bar + gap) + gap * 2;
  return {
    height: rows.length * rowHeight,
    words: rows
      .map(
        ({ label, values }) =>
          `${label}: ${values.map((value, at) => `${inWords(value)} ${series[at]?.toLowerCase()}`).join(', ')}`,
      )
      .join('. '),
    legend: series.map((text, at) => ({ text, colour: colours[at] as string })),
    rows: rows.map(({ label, values }, row) => ({
      label,
      y: row * rowHeight + line - gap * 2,
      bars: values.map((value, at) => ({
        y: row * rowHeight + line + at * (bar + gap),
        width: Math.round((value / most) * longest * 100) / 100,
        colour: colours[at] as string,
        value: inWords(value),
      })),
    })),
  };
}
