import { personas } from '@academies/identity';
import { patienceMs, tasksTold } from '@academies/testing';
import { type Browser, everyWindow, looksGood, type Page, visit } from '@academies/testing/browser';
import { type Hands, keys, pointing } from './hands.ts';

/** Somebody at a page. */
export interface Present {
  readonly page: Page;
  readonly hands: Hands;
}

/** How everybody on a journey works: by keyboard alone, or with a mouse and without JavaScript. */
export type Manner = 'by keyboard alone' | 'without JavaScript';

/** Task pages are alike when their fields are; other pages when only what they are about differs. */
function kindOfPage(address: string): string {
  const { pathname } = new URL(address);
  const [, name] = /\/tasks\/(\w+)$/.exec(pathname) ?? [];
  const task = tasksTold().find((one) => one.name === name);
  const fields = task && [...new Set(task.fields.map(({ of }) => of))].sort().join('-');
  const place = pathname.replaceAll(/[0-9a-f-]{36}/g, 'one').replaceAll(/\W+/g, '-');
  return fields ? `task-${fields}` : place;
}

/**
 * Visits of people to a running system, each in a window of their own. Every kind of page that somebody meets has to look
 * good, once a journey.
 */
export function visits(browser: Browser, manner: Manner) {
  const met = new Set<string>();
  const javaScriptEnabled = manner === 'by keyboard alone';

  /** Looks at a page that somebody has just come to. */
  const look = async (page: Page): Promise<void> => {
    const kind = kindOfPage(page.url());
    if (met.has(kind)) return;
    met.add(kind);
    await looksGood(page, `journey-${javaScriptEnabled ? 'keys' : 'plain'}${kind}`, everyWindow);
  };

  return {
    met,
    as: <Found>(who: keyof typeof personas, url: string, walk: (present: Present) => Promise<Found>): Promise<Found> =>
      visit(browser, { javaScriptEnabled }, async (page) => {
        page.setDefaultTimeout(patienceMs);
        const plain = javaScriptEnabled ? keys(page) : pointing(page);
        const press = async (what: Parameters<Hands['press']>[0]) => {
          await plain.press(what);
          await look(page);
        };
        await page.goto(url);
        await plain.press(page.getByRole('button', { name: `Sign in as ${personas[who].name}` }));
        await page.waitForURL((now) => now.origin === new URL(url).origin);
        await look(page);
        return walk({ page, hands: { ...plain, press } }).catch(async (cause: unknown) => {
          const said = await page.locator('main').innerText();
          throw new Error(`${String(cause)}\nThe journey ended at ${page.url()}, where it says:\n${said}`, { cause });
        });
      }),
  };
}
export type Visits = ReturnType<typeof visits>;
