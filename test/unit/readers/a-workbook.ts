import { zipOf, type ZipPart } from './zip-writer.ts'

export interface SheetInTest {
  name: string
  /** The XML inside <sheetData>. */
  rowsXml: string
  state?: 'hidden' | 'veryHidden'
}

export interface WorkbookInTest {
  sheets: SheetInTest[]
  sharedStringsXml?: string
  /** Format codes; cell style s="1" has the first of them, s="2" the second. */
  formats?: (string | number)[]
  is1904?: boolean
  /** Namespace prefix in front of every element, such as 'x:'. */
  prefix?: string
  extraParts?: ZipPart[]
  isZip64?: boolean
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The bytes of an .xlsx workbook. */
export function aWorkbook(workbook: WorkbookInTest): Buffer {
  const { sheets, prefix = '', formats = [] } = workbook
  const namespace = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`
  const p = (xml: string): string =>
    prefix === '' ? xml : xml.replace(/<(\/?)([A-Za-z])/g, `<$1${prefix}$2`)
  const custom = formats.flatMap((format, index) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${170 + index}" formatCode="${escapeXml(format)}"/>`]
      : [],
  )
  const xfs = formats.map(
    (format, index) =>
      `<xf numFmtId="${typeof format === 'string' ? 170 + index : format}" applyNumberFormat="1"/>`,
  )
  const part = (name: string, xml: string): ZipPart => ({
    name,
    content: `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`,
  })
  const hasStrings = workbook.sharedStringsXml !== undefined
  return zipOf(
    [
      part(
        '[Content_Types].xml',
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      ),
      part('_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])),
      part(
        'xl/workbook.xml',
        p(
          `<workbook ${namespace} xmlns:r="${relations}"><workbookPr${workbook.is1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets
            .map(
              ({ name, state }, index) =>
                `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
            )
            .join('')}</sheets></workbook>`,
        ),
      ),
      part(
        'xl/_rels/workbook.xml.rels',
        relationships([
          ...sheets.map((_, index): [string, string, string] => [
            `rId${index + 1}`,
            'worksheet',
            `worksheets/sheet${index + 1}.xml`,
          ]),
          ['rIdStyles', 'styles', 'styles.xml'],
          ...(hasStrings
            ? ([['rIdStrings', 'sharedStrings', 'sharedStrings.xml']] as [string, string, string][])
            : []),
        ]),
      ),
      part(
        'xl/styles.xml',
        p(
          `<styleSheet ${namespace}><numFmts count="${custom.length}">${custom.join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${xfs.length + 1}"><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
        ),
      ),
      ...(hasStrings
        ? [part('xl/sharedStrings.xml', p(`<sst ${namespace}>${workbook.sharedStringsXml}</sst>`))]
        : []),
      ...sheets.map(({ rowsXml }, index) =>
        part(
          `xl/worksheets/sheet${index + 1}.xml`,
          p(`<worksheet ${namespace}><sheetData>${rowsXml}</sheetData></worksheet>`),
        ),
      ),
      ...(workbook.extraParts ?? []),
    ],
    workbook.isZip64,
  )
}

/** Rows of texts and numbers as inline cells. */
export function rowsXml(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return rows
    .map((row, rowIndex) => {
      const cells = row.map((cell, column) => {
        const reference = `${columnName(column)}${rowIndex + 1}`
        if (cell === null) return ''
        if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
        if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
        return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`
      })
      return `<row r="${rowIndex + 1}">${cells.join('')}</row>`
    })
    .join('')
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

function relationships(list: [string, string, string][]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`
}
