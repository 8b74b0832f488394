import type { Block, Cell, Drawing, TableColumn, Text } from '../model.ts'
import { spansOf, withUnitsKept } from '../spans.ts'
import { escapeHtml } from '../../../shared/domain/escape-html.ts'

const tagOf = { strong: 'strong', emphasis: 'em' } as const

/** The runs of a text as HTML. */
export function writeText(text: Text): string {
  return spansOf(text)
    .map((span) => {
      if (typeof span === 'string') return escapeHtml(withUnitsKept(span))
      if (span.is === 'muted') return `<span class="muted">${escapeHtml(withUnitsKept(span.text))}</span>`
      return `<${tagOf[span.is]}>${escapeHtml(withUnitsKept(span.text))}</${tagOf[span.is]}>`
    })
    .join('')
}

/** Blocks as HTML. `level` is that of the headings in it: 2 under the title. */
export function writeBlocks(blocks: readonly Block[], level = 2): string {
  return blocks.map((block) => writeBlock(block, level)).join('\n')
}

function writeBlock(block: Block, level: number): string {
  switch (block.kind) {
    case 'section': {
      const heading = `h${Math.min(level, 6)}`
      const starts = block.startsPage ? ' class="starts-page"' : block.isTogether ? ' class="together"' : ''
      return `<section${starts}><${heading}>${escapeHtml(block.title)}</${heading}>\n${writeBlocks(block.blocks, level + 1)}</section>`
    }
    case 'paragraph':
      return `<p${block.tone ? ` class="${block.tone}"` : ''}>${writeText(block.text)}</p>`
    case 'figures':
      return `<dl class="key-figures">${block.items
        .map(
          ({ label, value, note }) =>
            `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>${
              note === undefined ? '' : `<dd class="more">${escapeHtml(note)}</dd>`
            }</div>`,
        )
        .join('')}</dl>`
    case 'table':
      return writeTable(block)
    case 'list':
      return writeList(block)
    case 'quote':
      return writeQuote(block)
    case 'callout':
      return `<div class="callout ${block.tone}" role="note">${
        block.title === undefined ? '' : `<strong class="title">${escapeHtml(block.title)}</strong>`
      }<p>${writeText(block.text)}</p></div>`
    case 'columns':
      return `<div class="columns">${block.columns
        .map(({ blocks, share }) => `<div style="flex:${share ?? 1} 1 0">${writeBlocks(blocks, level)}</div>`)
        .join('')}</div>`
    case 'figure':
      return `<figure>${writeDrawing(block.drawing, block.alternative)}${
        block.caption === undefined ? '' : `<figcaption>${writeText(block.caption)}</figcaption>`
      }</figure>`
    case 'audio':
      return writeAudio(block)
    case 'lines':
      return `${block.label === undefined ? '' : `<p class="small">${escapeHtml(block.label)}</p>`}${'<div class="line"></div>'.repeat(block.count)}`
    case 'pageBreak':
      return '<div class="page-break"></div>'
    case 'trustedHtml':
      return block.html
  }
}

/** A drawing is one picture with a sentence for those who do not see it. */
function writeDrawing({ svg }: Drawing, alternative: string): string {
  // by a function: in a text "$&" would stand for what is replaced
  return svg.replace('<svg ', () => `<svg role="img" aria-label="${escapeHtml(alternative)}" `)
}

function alignOf({ align }: TableColumn): string {
  return align === undefined || align === 'left' ? '' : ` class="${align}"`
}

function writeCell(cell: Cell): string {
  return typeof cell === 'object' && 'drawing' in cell
    ? writeDrawing(cell.drawing, cell.alternative)
    : writeText(cell)
}

function writeTable({ caption, columns, rows, note }: Extract<Block, { kind: 'table' }>): string {
  const head = columns
    .map((column) => `<th scope="col"${alignOf(column)}>${escapeHtml(column.label)}</th>`)
    .join('')
  const body = rows
    .map(
      (row) =>
        `<tr>${columns.map((column, at) => `<td${alignOf(column)}>${writeCell(row[at] ?? '')}</td>`).join('')}</tr>`,
    )
    .join('\n')
  const title = caption === undefined ? '' : `<caption>${escapeHtml(caption)}</caption>`
  const below = note === undefined ? '' : `<p class="note">${writeText(note)}</p>`
  return `<div class="wide" tabindex="0" role="group"><table>${title}<thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>${below}`
}

function writeList({ items, isOrdered }: Extract<Block, { kind: 'list' }>): string {
  const tag = isOrdered ? 'ol' : 'ul'
  const hasBoxes = !isOrdered && items.some(({ isChecked }) => isChecked !== undefined)
  const lines = items.map(({ text, isChecked }) =>
    isChecked === undefined
      ? `<li>${writeText(text)}</li>`
      : `<li><label><input type="checkbox"${isChecked ? ' checked' : ''}>${writeText(text)}</label></li>`,
  )
  return `<${tag}${hasBoxes ? ' class="checks"' : ''}>${lines.join('')}</${tag}>`
}

function writeQuote({ title, turns, source }: Extract<Block, { kind: 'quote' }>): string {
  const said = turns.map(({ speaker, time, text, isMoment }) => {
    const who = escapeHtml(time === undefined ? speaker : `${speaker} ${time}`)
    return `<p${isMoment ? ' class="moment"' : ''}><span class="who">${who}:</span> ${escapeHtml(text)}</p>`
  })
  return `<blockquote>${title === undefined ? '' : `<p>${writeText(title)}</p>`}${said.join('')}${
    source === undefined ? '' : `<p class="small">${writeText(source)}</p>`
  }</blockquote>`
}

function writeAudio({ title, mimeType, data, onPaper }: Extract<Block, { kind: 'audio' }>): string {
  const source = `data:${escapeHtml(mimeType)};base64,${Buffer.from(data).toString('base64')}`
  return `<figure><figcaption>${escapeHtml(title)}</figcaption><audio controls preload="metadata" src="${source}" aria-label="${escapeHtml(title)}"></audio>${
    onPaper === undefined ? '' : `<p class="small on-paper">${escapeHtml(onPaper)}</p>`
  }</figure>`
}
