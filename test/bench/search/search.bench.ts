import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { search, similarTurns } from '../../../engine/search/index.ts'
import { connect } from '../../../engine/store/index.ts'
import { median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'
import { randomFrom } from '../simulation/random.ts'
import { writeSaid } from './said.ts'
import { searchKinds } from './workload.ts'

// How long a search takes over 100,000 conversations of 20 turns and about 200 words, each page of 50 hits whole, and what keeping the
// index costs. Processor time of the one thread that searches, so that what else the machine does leaves the figures alone; the pages of
// the file are in memory. TRANSCRIPTS in the environment makes it smaller.
const transcripts = Number(process.env['TRANSCRIPTS'] ?? 100_000)
const EACH = 60

const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  printLoad()
  const writing = (isIndexed: boolean, round: number) =>
    timed(() => writeSaid(path.join(folder, `${isIndexed} ${round}`), 1000, isIndexed))
  writing(true, 0)
  const rounds = [1, 2, 3]
  print('20,000 turns, without the index', seconds(median(rounds.map((round) => writing(false, round)))))
  print('20,000 turns, with it', seconds(median(rounds.map((round) => writing(true, round)))))

  const file = path.join(folder, 'said.sqlite')
  print(
    `${transcripts.toLocaleString('en-US')} conversations written`,
    seconds(timed(() => writeSaid(file, transcripts))),
  )
  const database = connect(file, 'read')
  print('file', `${Math.round(statSync(file).size / 1e6)} MB`)
  const run = (input: Parameters<typeof search>[1]) => search(database, input)
  const page = { offset: 0, limit: 50 }
  print('the first search with a filter', seconds(timed(() => run({ query: 'bade', teamId: 1, ...page }))))

  const all: number[] = []
  for (const { name, next } of searchKinds(file, transcripts)) {
    for (let warm = 0; warm < 5; warm++) run({ ...next(), ...page })
    const times = Array.from({ length: EACH }, () => {
      const input = { ...next(), ...page }
      return timed(() => run(input))
    })
    all.push(...times)
    print(name, figures(times))
  }
  print('all of these', `${figures(all)} (goal: p95 under 50 ms)`)

  const random = randomFrom(3)
  const similar = Array.from({ length: EACH }, () => {
    const place = { interactionId: random.integer(1, transcripts), segment: random.integer(0, 19), ...page }
    return timed(() => similarTurns(database, place))
  })
  print('more like a moment', figures(similar))
  database.raw.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function timed(work: () => unknown): number {
  const start = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1000
}

function figures(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(1)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`
}
