const pageSize = 4096;

/**
 * The keys of a file and the lines on which they stand, 0 for one that only a bad row has. A million Maps' entries would
 * take more memory than the file: keys that are numbers, as nearly all are, stand in pages of numbers.
 */
export class SeenKeys {
  private readonly pages = new Map<number, Int32Array>();
  private readonly others = new Map<string, number>();

  /** The line of a key: 0 when only bad rows have it, undefined when none has. */
  lineOf(key: string): number | undefined {
    const number = numberOf(key);
    if (number === undefined) return this.others.get(key);
    const line = this.pages.get(Math.floor(number / pageSize))?.[number % pageSize] ?? 0;
    return line === 0 ? undefined : Math.max(line, 0);
  }

  set(key: string, line: number): void {
    const number = numberOf(key);
    if (number === undefined) this.others.set(key, line);
    else this.pageOf(Math.floor(number / pageSize))[number % pageSize] = line;
  }

  /** A bad row has the key; it is not missing. */
  mention(key: string): void {
    if (this.lineOf(key) !== undefined) return;
    if (numberOf(key) === undefined) this.others.set(key, 0);
    else this.set(key, -1);
  }

  private pageOf(number: number): Int32Array {
    const page = this.pages.get(number) ?? new Int32Array(pageSize);
    this.pages.set(number, page);
    return page;
  }
}

const numberOf = (key: string): number | undefined => (/^[1-9]\d{0,8}$/.test(key) ? Number(key) : undefined);
