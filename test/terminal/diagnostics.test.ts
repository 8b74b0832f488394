import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeCrashReport } from '../../engine/observing/index.ts'
import { faultOf } from '../../shared/domain/fault.ts'
import { runHere } from '../support/terminal.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

interface Bundle {
  crashes: string[]
}

test('the command prints the crashes that are kept, the newest first, and nothing of anybody; written out they are the same', async () => {
  const folder = temporaryFolder()
  const workspace = join(folder, 'ws')
  const call = (...args: string[]) => runHere([...args, '--workspace', workspace], folder)
  writeFileSync(
    join(folder, 'surveys.csv'),
    'Survey ID,Agent,Date,CSAT,Comment\ns1,Zenobia Marsh,2026-03-02,5,The quokkaboiler is kind\n',
  )
  expect(await call('import', 'surveys.csv')).toMatchObject({ exitCode: 0 })
  const fault = faultOf(new TypeError('Zenobia Marsh has no quokkaboiler'))
  const incidents = Array.from({ length: 22 }, (_, minute) =>
    writeCrashReport(workspace, {
      where: minute % 2 ? 'page' : 'engine',
      how: 'thrown',
      fault,
      pid: null,
      at: Date.UTC(2026, 2, 2, 9, minute),
    }),
  )
  const { exitCode, stdout, stderr } = await call('diagnostics')
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(stdout.split('\n\n').find((part) => part.startsWith('Crashes\n'))).toContain(incidents[21])
  expect(stdout).not.toMatch(/Zenobia|Marsh|quokkaboiler/)
  const printed = JSON.parse((await call('diagnostics', '--json')).stdout) as Bundle
  expect(printed.crashes.map((line) => (JSON.parse(line) as { incidentId: string }).incidentId)).toEqual(
    incidents.slice(2).toReversed(),
  )
  expect(await call('diagnostics', '--out', 'bundle.json')).toMatchObject({ exitCode: 0 })
  const file = join(folder, 'bundle.json')
  expect((JSON.parse(readFileSync(file, 'utf8')) as Bundle).crashes).toEqual(printed.crashes)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  // never over a file that is there
  expect((await call('diagnostics', '--out', 'bundle.json')).exitCode).not.toBe(0)
})
