import { ink } from '../ink.ts'
import type { Block, Cell, Drawing, TableColumn, Text } from '../model.ts'
import { plainText, spansOf, withUnitsKept } from '../spans.ts'
import type { PrintableText } from './printable.ts'
import { besideBar, betweenRules, hairlines, ruled } from './typography.ts'

/** Content as pdfmake takes it. */
export type PdfNode = Record<string, unknown>

/** What the place says to its blocks. */
export interface Place {
  /** Points from margin to margin of this column. */
  width: number
  /** How deep in sections: 1 for those of the document. */
  level: number
  /** The bookmark it hangs under. */
  parent?: string
  printable: PrintableText
  /** Numbers for bookmarks. */
  nextId: () => string
}

/** A paragraph up to about six lines stays on one page, so that no line stands alone. */
const SHORT_PARAGRAPH = 620
/** The highest picture: it must leave its heading and its caption on the page. */
const HIGHEST = 580

/** Blocks as the nodes of the library. */
export function writeNodes(blocks: readonly Block[], place: Place): PdfNode[] {
  return blocks.flatMap((block) => writeNode(block, place))
}

function writeNode(block: Block, place: Place): PdfNode[] {
  switch (block.kind) {
    case 'section':
      return writeSection(block, place)
    case 'paragraph': {
      const node = {
        text: runs(block.text, place),
        ...(block.tone && { style: block.tone }),
        margin: [0, 0, 0, 6],
      }
      return [plainText(block.text).length < SHORT_PARAGRAPH ? together([node]) : node]
    }
    case 'figures':
      return [writeFigures(block, place)]
    case 'table':
      return writeTable(block, place)
    case 'list':
      return [writeList(block, place)]
    case 'quote':
      return [writeQuote(block, place)]
    case 'callout':
      return [writeCallout(block, place)]
    case 'columns':
      return [writeColumns(block, place)]
    case 'figure':
      return [
        together(
          [
            picture(block.drawing, place),
            ...(block.caption === undefined ? [] : [{ text: runs(block.caption, place), style: 'caption' }]),
          ],
          [0, 4, 0, 12],
        ),
      ]
    case 'audio':
      return [
        {
          text: [
            { text: place.printable(block.title), bold: true },
            place.printable(block.onPaper === undefined ? '' : `  ${block.onPaper}`),
          ],
          style: 'small',
          margin: [0, 0, 0, 6],
        },
      ]
    case 'lines':
      return [writeLines(block, place)]
    case 'pageBreak':
      return [{ text: '', pageBreak: 'after' }]
    case 'trustedHtml':
      return []
  }
}

function together(stack: PdfNode[], margin?: number[]): PdfNode {
  return { unbreakable: true, stack, ...(margin && { margin }) }
}

/** The number of a day and its month, which do not stand on two lines. */
const dayAndMonth =
  /\b(\d{1,2}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g

function runs(text: Text, place: Place): unknown[] {
  const printable = (words: string) =>
    withUnitsKept(place.printable(words)).replaceAll(dayAndMonth, '$1\u00A0')
  return spansOf(text).map((span) => {
    if (typeof span === 'string') return printable(span)
    const look = { strong: { bold: true }, emphasis: { italics: true }, muted: { color: ink.muted } }
    return { text: printable(span.text), ...look[span.is] }
  })
}

/** The drawing as it is, no wider than its column and no higher than a page. */
function picture({ svg, width, height }: Drawing, place: Place): PdfNode {
  const scale = Math.min(1, place.width / width, HIGHEST / height)
  return { svg: place.printable(svg), width: width * scale, height: height * scale }
}

function writeSection(block: Extract<Block, { kind: 'section' }>, place: Place): PdfNode[] {
  const id = place.nextId()
  const title = place.printable(block.title)
  const heading = {
    text: title,
    style: `heading${Math.min(place.level, 3)}`,
    headlineLevel: place.level,
    id,
    outline: true,
    outlineExpanded: place.level === 1,
    ...(place.parent && { outlineParentId: place.parent }),
    ...(block.startsPage && { pageBreak: 'before' }),
  }
  const [first, ...rest] = writeNodes(block.blocks, { ...place, level: place.level + 1, parent: id })
  if (first === undefined || block.startsPage) return [heading, ...(first ? [first] : []), ...rest]
  if (block.isTogether) return [together([heading, first, ...rest])]
  // what comes whole takes its heading with it to the next page
  return first['unbreakable'] === true ? [together([heading, first]), ...rest] : [heading, first, ...rest]
}

function writeFigures({ items }: Extract<Block, { kind: 'figures' }>, place: Place): PdfNode {
  const cells = items.map(({ label, value, note }) => ({
    stack: [
      { text: place.printable(label), style: 'small' },
      { text: place.printable(value), style: 'figureValue' },
      ...(note === undefined ? [] : [{ text: place.printable(note), style: 'small', lineHeight: 1.15 }]),
    ],
  }))
  return together(
    [{ table: { widths: items.map(() => '*'), body: [cells] }, layout: betweenRules }],
    [0, 4, 0, 12],
  )
}

const alignment = { left: 'left', right: 'right', centre: 'center' } as const
const columnWidth = { rest: '*', auto: 'auto' } as const

/** So many rows stay together, with what stands over and under them. */
const SHORT_TABLE = 14

function writeTable(block: Extract<Block, { kind: 'table' }>, place: Place): PdfNode[] {
  const { caption, columns, rows, note } = block
  const head = columns.map(({ label, align }) => ({
    text: place.printable(label),
    style: 'columnHead',
    alignment: alignment[align ?? 'left'],
  }))
  const title =
    caption === undefined
      ? []
      : [
          [
            { text: place.printable(caption), style: 'small', colSpan: columns.length },
            ...columns.slice(1).map(() => ''),
          ],
        ]
  const table = {
    table: {
      headerRows: title.length + 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => (typeof width === 'number' ? width : columnWidth[width ?? 'auto'])),
      body: [
        ...title,
        head,
        ...rows.map((row) => columns.map((column, at) => writeCell(row[at] ?? '', column.align, place))),
      ],
    },
    layout: hairlines,
    margin: [0, 2, 0, note === undefined ? 12 : 4],
  }
  const nodes = [
    table,
    ...(note === undefined ? [] : [{ text: runs(note, place), style: 'small', margin: [0, 0, 0, 12] }]),
  ]
  return rows.length <= SHORT_TABLE ? [together(nodes)] : nodes
}

function writeCell(content: Cell, align: TableColumn['align'], place: Place): PdfNode {
  const side = alignment[align ?? 'left']
  if (typeof content === 'object' && 'drawing' in content)
    return { ...picture(content.drawing, place), alignment: side }
  // a figure and its unit are not torn apart
  const whole = align === 'right' && typeof content === 'string' ? content.replaceAll(' ', '\u00A0') : content
  return { text: runs(whole, place), style: 'cell', alignment: side }
}

function box(isChecked: boolean): string {
  const tick = isChecked
    ? `<path d="M1.8 4.6 L3.8 6.6 L7.2 2.2" fill="none" stroke="${ink.text}" stroke-width="1.2"/>`
    : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><rect x="0.5" y="0.5" width="8" height="8" fill="none" stroke="${ink.muted}" stroke-width="0.8"/>${tick}</svg>`
}

function writeList({ items, isOrdered }: Extract<Block, { kind: 'list' }>, place: Place): PdfNode {
  const margin = [0, 0, 0, 8]
  const line = (text: Text, below = 2) => ({ text: runs(text, place), margin: [0, 0, 0, below] })
  if (isOrdered) return { ol: items.map(({ text }) => line(text)), margin }
  if (!items.some(({ isChecked }) => isChecked !== undefined))
    return { ul: items.map(({ text }) => line(text)), markerColor: ink.muted, margin }
  return {
    stack: items.map(({ text, isChecked }) => ({
      unbreakable: true,
      columnGap: 7,
      columns: [
        isChecked === undefined
          ? { text: '', width: 9 }
          : { svg: box(isChecked), width: 9, height: 9, margin: [0, 1.5, 0, 0] },
        { ...line(text, 4), width: '*' },
      ],
    })),
    margin,
  }
}

function writeQuote({ title, turns, source }: Extract<Block, { kind: 'quote' }>, place: Place): PdfNode {
  const said = turns.map(({ speaker, time, text, isMoment }) => ({
    text: [
      {
        text: place.printable(`${time === undefined ? speaker : `${speaker} ${time}`}:  `),
        color: ink.muted,
        fontSize: 8,
      },
      { text: place.printable(text), bold: isMoment ?? false },
    ],
    margin: [0, 0, 0, 1.5],
  }))
  const stack = [
    ...(title === undefined ? [] : [{ text: runs(title, place), margin: [0, 0, 0, 2] }]),
    ...said,
    ...(source === undefined ? [] : [{ text: runs(source, place), style: 'small' }]),
  ]
  return besideColour(ink.behind, stack, null, place, 1)
}

/** Something with a coloured bar at its left. */
function besideColour(
  colour: string,
  stack: PdfNode[],
  fill: string | null,
  place: Place,
  padding: number,
): PdfNode {
  const table = {
    table: {
      dontBreakRows: true,
      widths: [3, place.width - 23],
      body: [
        [
          { text: '', fillColor: colour },
          { stack, ...(fill && { fillColor: fill }) },
        ],
      ],
    },
    layout: besideBar(padding),
  }
  return { stack: [table], margin: [0, 3, 0, 10] }
}

const toneColour = { note: ink.accent, good: ink.good, attention: ink.attention } as const

function writeCallout({ tone, title, text }: Extract<Block, { kind: 'callout' }>, place: Place): PdfNode {
  const stack = [
    ...(title === undefined ? [] : [{ text: place.printable(title), bold: true }]),
    { text: runs(text, place) },
  ]
  return besideColour(toneColour[tone], stack, ink.faint, place, 6)
}

const GAP = 22

function writeColumns({ columns }: Extract<Block, { kind: 'columns' }>, place: Place): PdfNode {
  const total = columns.reduce((sum, { share }) => sum + (share ?? 1), 0)
  const free = place.width - GAP * (columns.length - 1)
  return {
    columnGap: GAP,
    columns: columns.map(({ blocks, share }) => {
      const width = (free * (share ?? 1)) / total
      return { width, stack: writeNodes(blocks, { ...place, width }) }
    }),
  }
}

function writeLines({ label, count }: Extract<Block, { kind: 'lines' }>, place: Place): PdfNode {
  const rows = Array.from({ length: count }, () => [{ text: ' ' }])
  return {
    stack: [
      ...(label === undefined ? [] : [{ text: place.printable(label), style: 'small' }]),
      { table: { widths: ['*'], heights: 22, body: rows }, layout: ruled },
    ],
    margin: [0, 0, 0, 12],
  }
}
