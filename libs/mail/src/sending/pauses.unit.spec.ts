import { pauseAfter } from './pauses.ts';

/** All that is waited for an e-mail that never goes out, as seconds between tries. */
function everyPause(): number[] {
  const pauses: number[] = [];
  for (let triedFor = 0; ;) {
    const pause = pauseAfter({ tries: pauses.length + 1, triedFor });
    if (pause === undefined) return pauses;
    pauses.push(pause);
    triedFor += pause;
  }
}

describe('Pauses between tries', () => {
  it('grow from ten seconds to an hour', () =>
    expect(everyPause().slice(0, 11)).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]));

  it('end after a day', () => {
    const waited = everyPause().reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThanOrEqual(24 * 3600);
    expect(waited).toBeLessThan(25 * 3600);
  });
});
