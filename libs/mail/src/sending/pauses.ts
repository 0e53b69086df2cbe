const [first, longest, whole] = [10, 60 * 60, 24 * 60 * 60];

/**
 * Seconds until an e-mail is tried again: ten, doubling, up to an hour. After a day of tries there is none, and somebody
 * has to look (docs/domain/complete-pages.md, "E-mails").
 */
export const pauseAfter = ({ tries, triedFor }: { tries: number; triedFor: number }): number | undefined =>
  triedFor >= whole ? undefined : Math.min(longest, first * 2 ** Math.min(tries - 1, 20));
