import { plural, say, t } from '#speech'
import { spokenLocale } from '../../../../shared/speech/voice.ts'
import { clockTime, toHtml, type Block, type Cell } from '../../../documents/index.ts'
import type { HeldTable } from '../held-table.ts'
import type { HeldValue } from '../values.ts'
import { columnInWords, speakerInWords } from './column-words.ts'
import { sectionsOf, titleOf, type PackageFacts } from './about-package.ts'

/** As many rows of a table as one reads; the file holds all. */
const MOST_ROWS = 300
/** As many conversations stand on the page in full. */
const MOST_CONVERSATIONS = 200
const MOST_TURNS = 20_000

type Row = Record<string, HeldValue>

/** Gathers what stands on the page that people read, while all of it goes into the other files. */
export function createPage() {
  const tables = new Map<string, { table: HeldTable; rows: Row[]; n: number }>()
  const turns = new Map<number, Row[]>()
  let turnsKept = 0
  return {
    take(table: HeldTable, row: Row): void {
      if (table.name === 'words') return takeTurn(row)
      let known = tables.get(table.name)
      if (!known) tables.set(table.name, (known = { table, rows: [], n: 0 }))
      known.n++
      if (known.rows.length < MOST_ROWS && table.onPage.length > 0) known.rows.push(row)
    },
    html(facts: PackageFacts): string {
      const sections = sectionsOf(facts).map(({ title, lines }) => ({
        kind: 'section' as const,
        title,
        blocks: [{ kind: 'list' as const, items: lines.map((text) => ({ text })) }],
      }))
      return toHtml({
        title: titleOf(facts),
        language: spokenLocale(),
        createdAtMs: facts.madeAt,
        paper: 'A4',
        foot: t`Personal data: for the person it is about.`,
        blocks: [...sections, ...[...tables.values()].map(tableBlock), ...conversationBlocks()],
      })
    },
  }

  function takeTurn(row: Row): void {
    const id = Number(row['conversation_id'])
    const known = turns.get(id)
    if ((!known && turns.size >= MOST_CONVERSATIONS) || turnsKept >= MOST_TURNS) return
    turnsKept++
    if (known) known.push(row)
    else turns.set(id, [row])
  }

  function conversationBlocks(): Block[] {
    const conversations = tables.get('conversations')?.rows ?? []
    const dateOf = (id: number) => conversations.find((row) => row['conversation_id'] === id)?.['started_at']
    if (turns.size === 0) return []
    return [
      {
        kind: 'section',
        title: t`What was said`,
        blocks: [
          {
            kind: 'paragraph',
            tone: 'small',
            text: t`As it stands redacted. Where there are more conversations than here, words.csv holds all.`,
          },
          ...[...turns].map(([id, rows]): Block => ({
            kind: 'quote',
            title: [t`Conversation`, String(id), shown(dateOf(id) ?? null)].join(' ').trim(),
            turns: rows.map((row) => ({
              speaker: speakerInWords(row['speaker'] ?? null),
              text: String(row['text'] ?? ''),
              ...(typeof row['from_seconds'] === 'number' && { time: clockTime(row['from_seconds'] * 1000) }),
            })),
          })),
        ],
      },
    ]
  }
}

function tableBlock({ table, rows, n }: { table: HeldTable; rows: readonly Row[]; n: number }): Block {
  const file = `${table.name}.csv`
  const count = t`${plural({ rows: n }, { one: '# row', other: '# rows' })}`
  if (rows.length === 0)
    return {
      kind: 'section',
      title: say(table.title),
      blocks: [{ kind: 'paragraph', text: t`${{ count }}, in ${{ file }}.` }],
    }
  return {
    kind: 'section',
    title: say(table.title),
    blocks: [
      {
        kind: 'table',
        columns: table.onPage.map((name) => ({ label: columnInWords(name) })),
        rows: rows.map((row) => table.onPage.map((name): Cell => shown(row[name] ?? null))),
        note:
          rows.length < n
            ? t`The first ${{ shown: rows.length }} of ${{ count }}; all of them, with every column, are in ${{ file }}.`
            : t`${{ count }}; every column is in ${{ file }}.`,
      },
    ],
  }
}

function shown(value: HeldValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? t`yes` : t`no`
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000)
  if (typeof value === 'object') return JSON.stringify(value)
  return /^\d{4}-\d{2}-\d{2}T.*Z$/.test(value) ? `${value.slice(0, 10)} ${value.slice(11, 16)} UTC` : value
}
