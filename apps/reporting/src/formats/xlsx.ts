import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Row } from './copied-text.ts';
import type { FileColumn } from './file-column.ts';
import { rels, contentTypes, styles, workbook } from './xlsx-parts.ts';
import { sheetXml } from './xlsx-sheet.ts';

/** The zip's own clock: equal rows make equal bytes. */
const always = { mtime: new Date(2020, 0, 1), compressionLevel: 1 };

/** A workbook of one sheet, as the bytes of its file; rows are read as fast as it is read. */
export function xlsxOf(columns: readonly FileColumn[], rows: AsyncIterable<readonly Row[]>): Readable {
  const zip = new yazl.ZipFile();
  const { chunks, count } = sheetXml(columns, rows);
  const part = (path: string, xml: string) => zip.addBuffer(Buffer.from(xml), path, always);
  part('[Content_Types].xml', contentTypes);
  part('_rels/.rels', rels.root);
  part('xl/_rels/workbook.xml.rels', rels.workbook);
  part('xl/styles.xml', styles);
  zip.addReadStreamLazy('xl/worksheets/sheet1.xml', always, (give) => {
    const sheet = Readable.from(chunks, { objectMode: false });
    // Its filter covers the rows, which are known when the sheet is written.
    sheet.once('end', () => {
      part('xl/workbook.xml', workbook(columns.length, count()));
      zip.end();
    });
    give(null, sheet);
  });
  const bytes = zip.outputStream as Readable;
  zip.on('error', (error: Error) => bytes.destroy(error));
  return bytes;
}
