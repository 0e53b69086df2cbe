/** Somebody waits, somebody rings. A ring while nobody waits is kept for the next who does. */
export class Bell {
  private rung = false;
  private wake: (() => void) | undefined;

  ring = (): void => {
    this.rung = true;
    this.wake?.();
  };

  /** Answers at the next ring, or when the time is over. */
  async heard(within: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, within);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.wake = undefined;
    }
    this.rung = false;
  }
}
