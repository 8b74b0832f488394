import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { importFiles, jobEnds, withEngine } from '../lib/engine-run.ts'
import { writeContactLog } from '../lib/generated-centre.ts'
import { print, printLoad, seconds } from '../lib/print.ts'
import { printWaits, waitsDuring } from '../lib/waits.ts'

// What a supervisor's copy of one team of a large workspace takes, against a backup of the same workspace, and what calls wait meanwhile.
const contacts = Number(process.env['ROWS'] ?? 1_000_000)
const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  printLoad()
  const log = path.join(folder, 'contacts.csv')
  await writeContactLog(log, { contacts, agents: 500 })
  const workspace = path.join(folder, 'workspace')
  await withEngine(workspace, async (client) => {
    await importFiles(client, [log])
    const teams = await client.people.teams()
    print('contacts, teams', `${contacts.toLocaleString('en')}, ${teams.length}`)
    printWaits('nothing beside', await waitsDuring(client, () => pause(3000)))
    const took = { backup: 0, copy: 0 }
    const timed = (what: keyof typeof took, order: () => Promise<{ jobId: number }>) =>
      waitsDuring(client, async () => {
        const began = performance.now()
        await jobEnds(client, (await order()).jobId)
        took[what] = performance.now() - began
      })
    printWaits('a backup beside', await timed('backup', () => client.backups.make()))
    const to = path.join(folder, 'copy')
    printWaits(
      'a copy beside',
      await timed('copy', () =>
        client.supervisorCopies.start({ teamIds: [teams[0]!.id], name: 'Supervisor', directory: to }),
      ),
    )
    print('backup', seconds(took.backup))
    print('copy', `${seconds(took.copy)} (${(took.copy / took.backup).toFixed(1)} times a backup)`)
    const megabytes = (place: string) => (statSync(path.join(place, 'debrief.sqlite')).size / 1e6).toFixed(1)
    print('MB of the workspace, of the copy', `${megabytes(workspace)}, ${megabytes(to)}`)
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
