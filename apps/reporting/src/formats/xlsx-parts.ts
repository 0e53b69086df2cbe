const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

const relations = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
const relationships = (...all: string[]) =>
  `${head}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;

/** Which parts belong to which. */
export const rels = {
  root: relationships(relations('rId1', 'officeDocument', 'xl/workbook.xml')),
  workbook: relationships(
    relations('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    relations('rId2', 'styles', 'styles.xml'),
  ),
};

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const parts = { workbook: 'sheet.main', 'worksheets/sheet1': 'worksheet', styles: 'styles' };

export const contentTypes = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
  parts,
)
  .map(([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${spreadsheet}.${type}+xml"/>`)
  .join('')}</Types>`;

/** Places of the cell formats in `styles`. */
export const style = { plain: 0, header: 1, date: 2, money: 3, text: 4 } as const;

/** Formats by their built-in numbers: 2 is 0.00, 49 text; dates read the same in every country. */
export const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${[
  [0, 0],
  [0, 1],
  [164, 0],
  [2, 0],
  [49, 0],
]
  .map(
    ([format, font]) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  )
  .join('')}</cellXfs></styleSheet>`;

/** `A`, `B` … `Z`, `AA`: the letters of a column, from 0 on. */
export const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** One sheet, and the hidden name by which spreadsheets know what its filter covers. */
export const workbook = (columns: number, rows: number): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Projects" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Projects!$A$1:$${lettersOf(columns - 1)}$${rows}</definedName></definedNames></workbook>`;

/** Before the rows: the header stays in sight. */
export const sheetHead = (columns: number): string =>
  `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${columns}" width="20" customWidth="1"/></cols><sheetData>`;

/** Behind the rows: a filter on each column. */
export const sheetEnd = (columns: number, rows: number): string =>
  `</sheetData><autoFilter ref="A1:${lettersOf(columns - 1)}${rows}"/></worksheet>`;
