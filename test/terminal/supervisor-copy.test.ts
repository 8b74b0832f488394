import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import '../support/quick-passphrases.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { runHere } from '../support/terminal.ts'
import { logOfTwoTeams } from '../support/two-teams.ts'

const folder = makeTemporaryFolder()
const call = (...args: string[]) => runHere([...args, '--workspace', join(folder, 'ws')], folder)

beforeAll(async () => {
  writeFileSync(join(folder, 'log.csv'), logOfTwoTeams(48))
  await call('import', 'log.csv')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a copy for a supervisor is written by one command, which says what is in it', async () => {
  const { stdout, exitCode } = await call('supervisor-copy', 'for-robin', '--team', 'north', '--for', 'Robin')
  expect(exitCode).toBe(0)
  expect(stdout).toContain('6 agents, 24 contacts')
  expect(stdout).toContain('It compares with 6 others')
  expect(stdout).toContain('not encrypted')
  const ranked = await runHere(
    ['rank', '--json', '--workspace', join(folder, 'for-robin'), '--profile', 'Robin'],
    folder,
  )
  expect(ranked.exitCode).toBe(0)
  expect(ranked.stdout).toContain('North AgentA')
  expect(ranked.stdout).not.toMatch(/South|Peer/)
})

test('with a passphrase it is encrypted, and the recovery key is shown once', async () => {
  writeFileSync(join(folder, 'words.txt'), 'nine green kettles hum\n')
  const { stdout, exitCode } = await call(
    'supervisor-copy',
    'sealed',
    '--team',
    'North',
    '--for',
    'Robin',
    '--copy-passphrase-file',
    'words.txt',
  )
  expect(exitCode).toBe(0)
  expect(stdout).toMatch(/Recovery key, shown this once[^]*\n {2}[A-Z0-9-]{20,}\n/)
  expect(stdout).not.toContain('not encrypted')
  expect(existsSync(join(folder, 'sealed', 'debrief.sqlite.key.json'))).toBe(true)
})

test('whose copy it is has to be said, and a team or profile has to be there', async () => {
  for (const [args, sentence] of [
    [[], /takes --for/],
    [['--team', 'North'], /takes --for/],
    [['--team', 'Nowhere', '--for', 'Robin'], /There is no team called "Nowhere"/],
    [['--for', 'Nobody'], /Nobody here has a profile called "Nobody"/],
  ] as const) {
    const { exitCode, stderr } = await call('supervisor-copy', 'none', ...args)
    expect(exitCode).not.toBe(0)
    expect(stderr).toMatch(sentence)
  }
  expect(existsSync(join(folder, 'none'))).toBe(false)
})
