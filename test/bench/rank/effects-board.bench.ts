import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeContactLog } from '../lib/generated-centre.ts'
import { inChild } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'

// What came of forty sessions, in a year of a million contacts and 2,000 agents. ROWS in the environment makes it smaller.
const size = { contacts: Number(process.env['ROWS'] ?? 1_000_000), agents: 2000 }

const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  const log = path.join(folder, 'contacts.csv')
  const workspace = path.join(folder, 'workspace')
  await writeContactLog(log, size)
  inChild(path.join(import.meta.dirname, '../lib/import-into.ts'), [workspace, log])
  printLoad()
  for (let round = 0; round < 3; round++) {
    const { peakMb, result } = inChild(path.join(import.meta.dirname, 'effects-board.ts'), [workspace])
    const { first, longestWait, again, oneMore } = result as Record<
      'first' | 'longestWait' | 'again' | 'oneMore',
      number
    >
    print('forty effects', `${seconds(first)}, ${Math.round(peakMb)} MB`)
    print('the longest another call waits meanwhile', seconds(longestWait))
    print('the same again', seconds(again))
    print('with one session more', seconds(oneMore))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
