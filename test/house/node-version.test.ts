import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const guard = join(root, 'cli', 'require-node.cjs')

/** Runs the guard in this Node, which is told to be another version. */
function guardOn(version: string): { status: number | null; stderr: string } {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); Object.defineProperty(process, 'version', { value: 'v${version}' }); require(${JSON.stringify(guard)})`
  const { status, stderr } = spawnSync(process.execPath, ['--eval', pretend], { encoding: 'utf8' })
  return { status, stderr }
}

test.each(['18.20.8', '20.20.2', '22.9.0', '22.21.1'])('Node %s is refused with one sentence', (version) => {
  expect(guardOn(version)).toEqual({
    status: 1,
    stderr: `Debrief needs Node 22.22 or newer, and this is v${version}. Install a current Node from https://nodejs.org and try again.\n`,
  })
})

test.each(['22.22.2', '24.0.0', '26.10.0'])('Node %s is taken', (version) => {
  expect(guardOn(version)).toEqual({ status: 0, stderr: '' })
})

test('every script that runs a file of ours goes through the guard first', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const starting = Object.entries(scripts).filter(([, script]) => script.startsWith('node '))
  expect(starting.length).toBeGreaterThan(3)
  for (const [, script] of starting)
    expect(script).toMatch(/^node --require \.\/cli\/require-node\.cjs \S+\.ts$/)
})

test('the scripts run the Node that the project brings, where it brings one', () => {
  const version = execFileSync('node', ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}` },
  })
  expect(Number(version.slice(1).split('.')[0])).toBeGreaterThanOrEqual(22)
})
