import { performance } from 'node:perf_hooks'
import { expect, onTestFinished, test } from 'vitest'
import { openWorkspace } from '../support/workspace.ts'
import { tally } from './support/tally.ts'

const { tried } = tally('texts that make patterns slow')
/** What a linear reading of these takes is some milliseconds; a quadratic one of as many signs takes half a minute. */
const MOST_MS = 3000

const fills = ['a', ' ', '0', '-', '(', 'a@a.', '+1 ', '\u00a0', '{', '12/', 'score ']
const bombs = fills.flatMap((fill) => {
  const many = fill.repeat(Math.ceil(30_000 / fill.length))
  return [`x${many}!`]
})
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

async function timed(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await task().catch(() => {})
  return performance.now() - started
}

test('no heading and no cell of a table holds the import up', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const slow: unknown[] = []
  for (const [at, bomb] of bombs.entries()) {
    const asHeading = `Contact ID,Start Time,Agent,${quoted(bomb)}\nC-${at},2026-03-10 09:00,Kim Ito,1\n`
    const asCells = `Contact ID,Start Time,Agent,Queue,Customer Comment,Handle Time,CSAT\n${Array.from({ length: 3 }, () => [`C-${at}`, '2026-03-10 09:00', bomb, bomb, bomb, bomb, bomb].map(quoted).join(',')).join('\n')}\n`
    for (const [kind, text] of [
      ['heading', asHeading],
      ['cell', asCells],
    ] as const) {
      const took = await timed(() => workspace.tryTaking(`${kind}-${at}.csv`, text))
      if (tried(took > MOST_MS)) slow.push([kind, bomb.slice(0, 12), took])
    }
  }
  expect(slow).toEqual([])
}, 240_000)

test('no table of tens of thousands of columns holds the import up', async () => {
  const workspace = await openWorkspace()
  onTestFinished(() => workspace.close())
  const slow: unknown[] = []
  const wide = [
    `x${';'.repeat(30_000)}!`,
    `Contact ID;Start Time;Agent;x${';'.repeat(30_000)}!\nC-1;2026-03-10 09:00;Kim Ito;1`,
    `Contact ID,Start Time,Agent,${quoted(`x${';'.repeat(30_000)}!`)}\nC-2,2026-03-10 09:00,Kim Ito,1`,
  ]
  for (const [at, text] of wide.entries()) {
    const took = await timed(() => workspace.tryTaking(`wide-${at}.csv`, `${text}\n`))
    if (tried(took > MOST_MS)) slow.push([at, took])
  }
  expect(slow).toEqual([])
}, 60_000)
