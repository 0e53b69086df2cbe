import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '@academies/local';
import type { Page } from 'playwright-core';
import { pictures } from './pictures.table.ts';

const docs = path.join(root, 'docs/screenshots');
const fileOf = (name: string) => path.join(docs, `${name}.webp`);

/** Whether this run only takes the pictures of the documentation, and looks at nothing. */
export const takesPictures = process.env['PICTURES'] !== undefined;

/** Takes a small picture of the page, if the documentation wants one in a window of this width, and shows it on its page. */
export async function takePicture(page: Page, name: string, width: number): Promise<void> {
  const picture = `${name}-${width}`;
  if (!Object.values(pictures).some((these) => picture in these)) return;
  await page.setViewportSize({ width, height: 900 });
  mkdirSync(docs, { recursive: true });
  writeFileSync(fileOf(picture), await small(page));
  writeFileSync(path.join(docs, 'README.md'), pageOfPictures());
}

/** The longest page of which all is shown, in CSS pixels; of a longer one its beginning. */
const longest = 1_800;

/** Playwright knows PNG and JPEG alone; Chromium itself writes WebP, a tenth as large. */
async function small(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const [width, height] = await page.evaluate<[number, number]>('[innerWidth, document.documentElement.scrollHeight]');
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 40,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, longest), scale: 1 },
  });
  await session.detach();
  return Buffer.from(data, 'base64');
}

const head = `# What the pages look like

Made by the browser tests: \`PICTURES=1 npm test -- build e2e\` takes them anew, and writes this page. Which there are says [pictures.table.ts](../../libs/testing/src/browser/pictures.table.ts).
`;

/** The page of those pictures that were taken. */
export function pageOfPictures(): string {
  const sections = Object.entries(pictures).map(([service, these]) => {
    const taken = Object.entries(these).filter(([name]) => existsSync(fileOf(name)));
    return taken.length > 0
      ? `\n## ${service}\n${taken.map(([name, said]) => `\n${said}\n\n![${said}](${name}.webp)\n`).join('')}`
      : '';
  });
  return head + sections.join('');
}
