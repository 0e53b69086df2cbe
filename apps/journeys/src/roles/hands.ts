import type { Locator, Page } from '@academies/testing/browser';

/** How somebody works a page. */
export interface Hands {
  /** Presses a button or follows a link, and waits for the page that it leads to. */
  press(what: Locator): Promise<void>;
  /** Presses what leads to no other page. */
  pressHere(what: Locator): Promise<void>;
  /** Ticks a box, or chooses a radio button. */
  choose(what: Locator): Promise<void>;
  untick(what: Locator): Promise<void>;
  type(into: Locator, text: string): Promise<void>;
  select(from: Locator, value: string): Promise<void>;
}

/** Waits for the page that something leads to. */
async function leading(page: Page, act: () => Promise<void>): Promise<void> {
  const arrived = page.waitForEvent('load');
  await act();
  await arrived;
}

/** With a mouse, or a finger. */
export const pointing = (page: Page): Hands => ({
  press: (what) => leading(page, () => what.click()),
  pressHere: (what) => what.click(),
  choose: (what) => what.check(),
  untick: (what) => what.uncheck(),
  type: (into, text) => into.fill(text),
  select: async (from, value) => void (await from.selectOption(value)),
});

/** More places to stop at than any page has. */
const most = 400;

/** With the keys alone: Tab to what is meant, then what a screen reader's user would press. */
export function keys(page: Page): Hands {
  const hasFocus = async (what: Locator) => (await what.and(page.locator(':focus')).count()) > 0;
  const until = async (holds: () => Promise<boolean>, key: string, what: Locator) => {
    for (let presses = 0; !(await holds()); presses++) {
      if (presses > most) throw new Error(`${key} does not lead to ${String(what)}`);
      await page.keyboard.press(key);
    }
  };
  const reach = async (what: Locator) => {
    await what.first().waitFor();
    await until(() => hasFocus(what), 'Tab', what);
  };
  const pressHere = async (what: Locator) => {
    await reach(what);
    await page.keyboard.press('Enter');
  };
  return {
    pressHere,
    press: (what) => leading(page, () => pressHere(what)),
    async choose(what) {
      const name = await what.getAttribute('name');
      if ((await what.getAttribute('type')) === 'radio') {
        // Tab stops once in a group of radio buttons; within it, arrows move and choose.
        await reach(page.locator(`input[type="radio"][name="${name}"]`));
        await until(() => hasFocus(what), 'ArrowDown', what);
      } else await reach(what);
      if (!(await what.isChecked())) await page.keyboard.press('Space');
    },
    async untick(what) {
      await reach(what);
      await page.keyboard.press('Space');
    },
    async type(into, text) {
      await reach(into);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
    },
    async select(from, value) {
      await reach(from);
      await until(async () => (await from.inputValue()) === value, 'ArrowDown', from);
    },
  };
}
