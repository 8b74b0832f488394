import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { environmentSecrets } from '../../../engine/index.ts'
import { encryptWith, prepareKeys } from '../../../engine/workspace-protection.ts'
import { importFiles, withEngine } from '../lib/engine-run.ts'
import { writeContactLog } from '../lib/generated-centre.ts'
import { median } from '../lib/in-child.ts'
import { print, printLoad, seconds } from '../lib/print.ts'
import { openVariants, readSome, writeSome } from './raw-work.ts'

// What encryption costs: rows written and read through SQLite alone, by cipher, then imports and screens of the engine. Everything is
// told against the same in plain within this run. The package that was used before takes part where it is installed
// (npm install --no-save better-sqlite3@13.2.0).
const ROUNDS = 3
const contacts = Number(process.env['ROWS'] ?? 100_000)
const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  printLoad()
  rawWork()
  await engineWork()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function rawWork(): void {
  const writes = new Map<string, number[]>()
  const reads = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round++)
    for (const variant of openVariants()) {
      const file = path.join(folder, `raw-${round}-${variant.name}.sqlite`)
      add(writes, variant.name, writeSome(variant, file))
      add(reads, variant.name, readSome(variant, file))
    }
  const plainWrite = median(writes.get('plain')!)
  const plainRead = median(reads.get('plain')!)
  for (const [name, took] of writes)
    print(
      `${name}: writing, reading`,
      `${seconds(median(took))} ${ratio(median(took), plainWrite)}, ${seconds(median(reads.get(name)!))} ${ratio(median(reads.get(name)!), plainRead)}`,
    )
}

async function engineWork(): Promise<void> {
  const log = path.join(folder, 'contacts.csv')
  await writeContactLog(log, { contacts, agents: 500 })
  const took = new Map<string, number[]>()
  for (let round = 0; round < ROUNDS; round++)
    for (const kind of ['plain', 'encrypted']) {
      const workspace = path.join(folder, `${kind}-${round}`)
      await withEngine(workspace, async () => {})
      if (kind === 'encrypted') await encrypt(workspace)
      await withEngine(workspace, async (client) => {
        add(took, `import, ${kind}`, await timed(() => importFiles(client, [log])))
      })
      await withEngine(workspace, async (client) => {
        const team = (await client.people.teams())[0]!
        add(
          took,
          `first ranked team, ${kind}`,
          await timed(() => client.coaching.team({ teamIds: [team.id] })),
        )
        add(took, `everybody ranked, ${kind}`, await timed(() => client.coaching.rank({})))
        add(took, `freshness of the data, ${kind}`, await timed(() => client.workspace.freshness()))
      })
      if (kind === 'plain') add(took, 'turning it on, plain', await timed(() => encrypt(workspace)))
    }
  print('contacts', contacts.toLocaleString('en'))
  for (const [name, times] of took) {
    const plain = took.get(name.replace('encrypted', 'plain'))!
    print(name, `${seconds(median(times))} ${ratio(median(times), median(plain))}`)
  }
}

async function encrypt(workspace: string): Promise<void> {
  const way = { by: 'passphrase', passphrase: 'seven green boilers sing' } as const
  await encryptWith(workspace, await prepareKeys(workspace, way, environmentSecrets), environmentSecrets)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function add(times: Map<string, number[]>, name: string, took: number): void {
  times.set(name, [...(times.get(name) ?? []), took])
}

function ratio(took: number, plain: number): string {
  return `(${(took / plain).toFixed(2)})`
}
