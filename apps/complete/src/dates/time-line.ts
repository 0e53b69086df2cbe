/** Where a moment stands in the picture, in units of the picture: 100 wide. */
export interface Mark {
  readonly x: number;
  /** Its words stand beside the line that leads to them. */
  readonly textX: number;
  readonly y: number;
  readonly text: string;
  readonly said: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

const left = 3;
const right = 97;
const lineHeight = 9;

const round = (value: number): number => Math.round(value * 100) / 100;
const days = (date: string): number => Date.parse(date) / 86_400_000;

/**
 * The picture of a project's dates: marks on one line from the first day to the last, their words below each other where
 * they would overlap. Everything in it stands in the table below it too.
 */
export function timeLine(moments: readonly { date: string; text: string; said: string }[]) {
  const first = moments[0];
  const last = moments.at(-1);
  if (!first || !last || first.date === last.date) return undefined;
  const width = days(last.date) - days(first.date);
  const marks = moments.map(({ date, text, said }, place): Mark => {
    const x = left + ((days(date) - days(first.date)) / width) * (right - left);
    const anchor = x < 20 ? 'start' : x > 80 ? 'end' : 'middle';
    const beside = anchor === 'start' ? 1 : anchor === 'end' ? -1 : 0;
    return { x: round(x), textX: round(x + beside), y: 8 + place * lineHeight, text, said, anchor };
  });
  return { marks, height: 12 + moments.length * lineHeight };
}
