import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Everything that people write here: code, templates, documentation. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|mjs|js|njk|md)$|^Dockerfile$|\.yml$/.test(file))
  .filter((file) => !file.includes('citations.unit.spec') && existsSync(path.join(root, file)));

/** A text with the line ends of its comments taken out, so that a citation may run over two lines. */
const flat = (text: string) => text.replaceAll(/\n\s*(\*|\/\/|#)?\s*/g, ' ');

/** `docs/domain/handover.md, "What is carried"`, `docs/domain/handover.md, rule 3`, `docs/architecture.md`. */
const citation = /(docs\/[\w/-]+\.md)(?:,? \(?"([^"]+)"|, rules? (\d+))?/g;

const citations = files.flatMap((file) =>
  [...flat(read(file)).matchAll(citation)].map(([words, cited = '', heading, rule]) => ({
    file,
    words,
    cited,
    heading,
    rule,
  })),
);

/** Whether a document has the very heading that is cited; what is emphasized at the start of a paragraph is one, too. */
function says(document: string, heading: string): boolean {
  return document.split('\n').some((line) => {
    const [, title, emphasized] = /^(?:#+ (.*)|(?:\d+\. |- )?\*\*(.*?)[.:]?\*\*)/.exec(line) ?? [];
    return (title ?? emphasized)?.toLowerCase() === heading.toLowerCase();
  });
}

describe('Citations', () => {
  it('are there', () => expect(citations.length).toBeGreaterThan(50));

  it('name documents that exist', () =>
    expect(
      citations.filter(({ cited }) => !existsSync(path.join(root, cited))).map(({ file, words }) => [file, words]),
    ).toEqual([]));

  it('name headings and rules that exist', () => {
    const missing = citations.filter(({ cited, heading, rule }) => {
      if (!existsSync(path.join(root, cited))) return false;
      const document = read(cited);
      return (heading && !says(document, heading)) || (rule && !new RegExp(`^${rule}\\. `, 'm').test(document));
    });
    expect(missing.map(({ file, words }) => [file, words])).toEqual([]);
  });

  it('lead to documents of this repository only', () => {
    const elsewhere = /(?<![\w/])(domain\/[\w-]+\.(md|csv)|DESIGN\.md|HOUSE\.md|STYLE\.md)/;
    const found = files.filter((file) => !file.startsWith('docs/')).filter((file) => elsewhere.test(read(file)));
    expect(found).toEqual([]);
  });
});
