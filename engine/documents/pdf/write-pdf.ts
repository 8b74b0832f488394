import PdfDocument from 'pdfkit'
import pdfMake from 'pdfmake'
import roboto from 'pdfmake/build/fonts/Roboto.js'
import { t } from '#speech'
import { ink } from '../ink.ts'
import type { DebriefDocument } from '../model.ts'
import { createPrintable } from './printable.ts'
import { body, page, styles } from './typography.ts'
import { writeNodes, type PdfNode } from './write-nodes.ts'

interface LaidNode {
  headlineLevel?: number
}

/** Writes the document as PDF. It reads no file and asks no network: fonts are part of the program. */
export async function writePdf(document: DebriefDocument): Promise<Buffer> {
  bringFonts()
  pdfMake.setFonts(roboto.fonts)
  pdfMake.setUrlAccessPolicy(() => false)
  pdfMake.setLocalAccessPolicy((path) => path in roboto.vfs)
  return await pdfMake.createPdf(definitionOf(document)).getBuffer()
}

// the library asks for its own folder as CommonJS has it, also where it is bundled as a module
Object.assign(globalThis, { __dirname: import.meta.dirname })

let hasFonts = false

/**
 * Every document finds the fonts by their names. The library looks into its own store of files for running text, but on the disk for the words of
 * drawings.
 */
function bringFonts(): void {
  if (hasFonts) return
  hasFonts = true
  const files = new Map(
    Object.entries(roboto.vfs).map(([name, { data, encoding }]) => [name, Buffer.from(data, encoding)]),
  )
  const { font } = PdfDocument.prototype
  PdfDocument.prototype.font = function (source, ...more) {
    const file = typeof source === 'string' ? files.get(source) : undefined
    if (file) this.registerFont(source as string, file)
    return font.call(this, source, ...more)
  }
}

function definitionOf(document: DebriefDocument): Record<string, unknown> {
  const printable = createPrintable()
  const { width, margins } = page[document.paper]
  let bookmarks = 0
  const content: PdfNode[] = [
    { text: printable(document.title), style: 'title' },
    { text: printable(document.subtitle ?? ''), style: 'subtitle' },
    ...writeNodes(document.blocks, {
      width: width - margins[0] - margins[2],
      level: 1,
      printable,
      nextId: () => `part-${++bookmarks}`,
    }),
  ]
  if (printable.hasMissing)
    content.push({
      text: t`Characters marked ${{ mark: '\uFFFD' }} are not in the font of this page; the same document as HTML shows them.`,
      style: 'small',
      margin: [0, 12, 0, 0],
    })
  const foot = printable(document.foot)
  const date = new Date(document.createdAtMs)
  return {
    pageSize: document.paper === 'A4' ? 'A4' : 'LETTER',
    pageMargins: margins,
    version: '1.7',
    language: document.language,
    displayTitle: true,
    info: {
      title: document.title,
      ...(document.author && { author: document.author }),
      ...(document.subtitle && { subject: document.subtitle }),
      creator: 'Debrief',
      producer: 'Debrief',
      creationDate: date,
      modDate: date,
    },
    defaultStyle: body,
    styles,
    content,
    footer: (at: number, of: number) => footer(foot, at, of, width, margins),
    // a heading does not stay behind alone at the foot of a page
    pageBreakBefore: (node: LaidNode, nodes: { getFollowingNodesOnPage(): readonly unknown[] }) =>
      node.headlineLevel !== undefined && nodes.getFollowingNodesOnPage().length === 0,
  }
}

function footer(foot: string, at: number, of: number, width: number, margins: readonly number[]): PdfNode {
  const [left, right] = [margins[0]!, margins[2]!]
  return {
    margin: [left, 18, right, 0],
    stack: [
      {
        canvas: [
          {
            type: 'line',
            x1: 0,
            y1: 0,
            x2: width - left - right,
            y2: 0,
            lineWidth: 0.4,
            lineColor: ink.hairline,
          },
        ],
      },
      {
        margin: [0, 5, 0, 0],
        columns: [
          { text: foot, style: 'foot', width: '*' },
          { text: t`${{ at }} of ${{ of }}`, style: 'foot', alignment: 'right', width: 60 },
        ],
      },
    ],
  }
}
