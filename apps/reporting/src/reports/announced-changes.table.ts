import type { IsoDate } from '@academies/contracts';

/** A change of a column or heading, told before it comes: whoever reads a file by its headings has time to follow. */
export interface AnnouncedChange {
  /** The first day on which files have it. */
  readonly on: IsoDate;
  /** Names of the reports that it is about. */
  readonly reports: readonly string[];
  /** What changes, in a sentence: from which heading to which, or what a cell says from then on. */
  readonly says: string;
}

/** Every announced change; an entry stays until all who read the files have followed. At least a month before its day. */
export const announcedChanges: readonly AnnouncedChange[] = [];

/** What is announced, the next first; of one report, where it is named. */
export const announced = (
  { report }: { readonly report?: string } = {},
  changes: readonly AnnouncedChange[] = announcedChanges,
): AnnouncedChange[] =>
  changes
    .filter(({ reports }) => report === undefined || reports.includes(report))
    .toSorted((one, other) => one.on.localeCompare(other.on));
