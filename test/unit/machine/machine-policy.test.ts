import { rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refuseWhereOff } from '../../../cli/machine.ts'
import { machinePolicyFile, readMachinePolicy } from '../../../engine/machine-policy.ts'
import { ownWorkspaceDir } from '../../../engine/own-workspace-dir.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const folder = makeTemporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
function policyOf(content: string): string {
  const file = join(folder, 'machine-policy.json')
  writeFileSync(file, content)
  return file
}

test('each platform has its place, where only administrators write', () => {
  expect(machinePolicyFile('linux', {})).toBe('/etc/debrief/machine-policy.json')
  expect(machinePolicyFile('darwin', {})).toBe('/Library/Application Support/Debrief/machine-policy.json')
  expect(machinePolicyFile('win32', { ProgramData: 'D:\\Data' })).toBe(
    'D:\\Data\\Debrief\\machine-policy.json',
  )
})

test('without a file nothing is settled', () => {
  expect(readMachinePolicy(join(folder, 'none', 'machine-policy.json'))).toEqual({})
})

test('a whole policy is read, with the policy of governance it locks', () => {
  const governancePolicy = join(folder, 'policy.json')
  writeFileSync(governancePolicy, '{"starter":"eu"}')
  const whole = {
    updates: { feed: 'https://updates.example/debrief/' },
    workspaceFolder: '~/Debrief',
    network: 'off',
    browserDoor: 'off',
    proxy: { address: 'http://proxy.example:8080', noProxy: '.example' },
    certificates: '/etc/ssl/company.pem',
    governancePolicy,
  }
  expect(readMachinePolicy(policyOf(`\uFEFF${JSON.stringify(whole)}`))).toEqual({
    ...whole,
    lockedGovernance: '{"starter":"eu"}',
  })
  expect(ownWorkspaceDir({ workspaceFolder: '~/Debrief' })).toBe(join(homedir(), 'Debrief'))
})

test.each([
  ['no JSON', '{ "network": off }', /is broken: it is no JSON/],
  ['nothing', '', /it is no JSON/],
  ['a list', '[]', /its keys/],
  ['a misspelt key', '{ "netwrok": "off" }', /Unrecognized key: "netwrok"/],
  ['a value nobody knows', '{ "network": "no" }', /network/],
  ['a feed that is a script', '{ "updates": { "feed": "javascript:1" } }', /updates/],
  ['a path that is not full', '{ "certificates": "company.pem" }', /company\.pem is no full path/],
  [
    'a missing policy',
    '{ "governancePolicy": "/nowhere/policy.json" }',
    /\/nowhere\/policy\.json is missing/,
  ],
])('%s: nothing starts, and one sentence names the file', (_name, content, reason) => {
  const file = policyOf(content)
  const read = () => readMachinePolicy(file)
  expect(read).toThrow(reason)
  expect(read).toThrow(file)
})

test('a folder in place of the file stops the start as well', () => {
  expect(() => readMachinePolicy(folder)).toThrow(/cannot be read \(EISDIR\)/)
})

test('the page in the browser can be turned off', () => {
  expect(() => refuseWhereOff({ browserDoor: 'off' })).toThrow(/does not open in a browser on this machine/)
  expect(() => refuseWhereOff({})).not.toThrow()
})
