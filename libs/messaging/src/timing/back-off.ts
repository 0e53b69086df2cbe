/** How long to wait before the next try: 100 ms, doubling, up to 10 s, with some chance in it so that not all come at once. */
export const backOff = (tries: number): number => Math.min(10_000, 100 * 2 ** Math.min(tries, 10)) * (0.75 + Math.random() / 2);
