/** Tells a person how far it is: a line a step, and on a terminal what the step is at. */
export interface Progress {
  step<Result>(name: string, work: (at: (what: string) => void) => Promise<Result>): Promise<Result>;
  say(line: string): void;
}

export interface Screen {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** `1.2 s`, `3 min 5 s`. */
export const duration = (ms: number): string => {
  const seconds = ms / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
};

export function showProgress(screen: Screen = process.stdout): Progress {
  const clear = screen.isTTY ? '\r\u001b[K' : '';
  const line = (text: string) => screen.write(`${clear}${text}\n`);
  return {
    say: line,
    async step(name, work) {
      const begun = performance.now();
      let told = 0;
      // A terminal shows each word in place; a log gets one line in ten seconds.
      const at = (what: string) => {
        if (screen.isTTY) return void screen.write(`${clear}  ${name}: ${what}`);
        if (performance.now() - told < 10_000) return;
        told = performance.now();
        line(`  ${name}: ${what}`);
      };
      if (screen.isTTY) screen.write(`${clear}  ${name} …`);
      try {
        const result = await work(at);
        line(`  ${name.padEnd(34)} ${duration(performance.now() - begun).padStart(10)}`);
        return result;
      } catch (error) {
        if (screen.isTTY) screen.write(clear);
        throw error;
      }
    },
  };
}
