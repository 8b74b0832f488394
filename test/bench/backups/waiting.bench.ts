import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '../../../engine/direct-client.ts'
import { importFiles, withEngine } from '../lib/engine-run.ts'
import { writeContactLog } from '../lib/generated-centre.ts'
import { print, printLoad, seconds } from '../lib/print.ts'

// What calls wait while a backup is made: one that reads and one that writes, asked for every 20 ms, against the same without a backup in
// this run.
const EVERY_MS = 20
const contacts = Number(process.env['ROWS'] ?? 300_000)
const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  printLoad()
  const log = path.join(folder, 'contacts.csv')
  await writeContactLog(log, { contacts, agents: 500 })
  await withEngine(path.join(folder, 'workspace'), async (client) => {
    await importFiles(client, [log])
    print('contacts', contacts.toLocaleString('en'))
    const quiet = new AbortController()
    const beside = waitsUntil(client, quiet.signal)
    await pause(3000)
    quiet.abort()
    tell('nothing beside', await beside)
    const isMade = new AbortController()
    const during = waitsUntil(client, isMade.signal)
    const began = performance.now()
    await backUp(client)
    const took = performance.now() - began
    isMade.abort()
    print('backup', seconds(took))
    tell('a backup beside', await during)
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Waits {
  reading: number[]
  writing: number[]
}

async function waitsUntil(client: Client, signal: AbortSignal): Promise<Waits> {
  const waits: Waits = { reading: [], writing: [] }
  const asked: Promise<void>[] = []
  const measure = async (into: number[], call: () => Promise<unknown>) => {
    const began = performance.now()
    await call()
    into.push(performance.now() - began)
  }
  const myTeamIds = (await client.people.teams()).slice(0, 1).map(({ id }) => id)
  while (!signal.aborted) {
    asked.push(measure(waits.reading, () => client.people.teams()))
    asked.push(measure(waits.writing, () => client.workspace.setPreferences({ myTeamIds })))
    await pause(EVERY_MS)
  }
  await Promise.all(asked)
  return waits
}

async function backUp(client: Client): Promise<void> {
  const { jobId } = await client.backups.make()
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)!
    if (job.state === 'done') return
    if (job.state !== 'queued' && job.state !== 'running') throw new Error(job.error ?? job.state)
    await pause(EVERY_MS)
  }
}

function tell(name: string, waits: Waits): void {
  for (const [kind, all] of Object.entries(waits) as [string, number[]][]) {
    const sorted = all.toSorted((one, other) => one - other)
    const at = (share: number) =>
      seconds(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!)
    print(
      `${name}: ${kind}`,
      `${sorted.length} calls, median ${at(0.5)}, 99% within ${at(0.99)}, longest ${at(1)}`,
    )
  }
}
