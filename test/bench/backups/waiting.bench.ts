import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { importFiles, jobEnds, withEngine } from '../lib/engine-run.ts'
import { writeContactLog } from '../lib/generated-centre.ts'
import { print, printLoad, seconds } from '../lib/print.ts'
import { printWaits, waitsDuring } from '../lib/waits.ts'

// What calls wait while a backup is made, against the same without one in this run.
const contacts = Number(process.env['ROWS'] ?? 300_000)
const folder = mkdtempSync(path.join(tmpdir(), 'debrief-bench-'))
try {
  printLoad()
  const log = path.join(folder, 'contacts.csv')
  await writeContactLog(log, { contacts, agents: 500 })
  await withEngine(path.join(folder, 'workspace'), async (client) => {
    await importFiles(client, [log])
    print('contacts', contacts.toLocaleString('en'))
    printWaits('nothing beside', await waitsDuring(client, () => pause(3000)))
    let took = 0
    const waits = await waitsDuring(client, async () => {
      const began = performance.now()
      await jobEnds(client, (await client.backups.make()).jobId)
      took = performance.now() - began
    })
    print('backup', seconds(took))
    printWaits('a backup beside', waits)
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
