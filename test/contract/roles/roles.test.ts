import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directClient, type Client } from '../../../engine/direct-client.ts'
import { allOf, callPaths } from '../../support/calls-of-contract.ts'
import { inputsOfCalls } from '../../support/inputs-of-calls.ts'
import { openPlantedTeams, type PlantedTeams } from '../../support/planted-teams.ts'

/** What each role must never be given, and what it must be given, lest the test finds nothing because nothing is shown. */
const roles = {
  agent: { foreign: /qzw\w*|qzen(?!arla|coskson)\w*/i, own: [/qzetidea/i] },
  supervisor: { foreign: /qzw\w*/i, own: [/qzen/i, /qzet/i, /qzegroup/i] },
  reviewer: { foreign: /qz[ew]n\w*/i, own: [/qzet/i, /qzwt/i] },
  director: { foreign: /qz[ew][nt]\w*/i, own: [/qzegroup/i, /qzwgroup/i] },
} as const
type Tried = keyof typeof roles
const caller = (role: Tried) => `test of ${role}`

let planted: PlantedTeams
let inputs: Record<string, unknown[]>

beforeAll(async () => {
  planted = await openPlantedTeams()
  inputs = inputsOfCalls(planted)
  const { client, engine } = planted.workspace
  const passphrase = 'correct horse battery'
  await client.profiles.create({ name: 'Boss', role: 'administrator', passphrase })
  const teams = [{ team: planted.east.team, from: null, to: null }]
  for (const role of Object.keys(roles) as Tried[]) {
    const { id } = await client.profiles.create({
      name: `The ${role}`,
      role,
      passphrase,
      teams: role === 'supervisor' ? teams : [],
      agentId: role === 'agent' ? planted.east.personId : null,
    })
    engine.context.signedIn.enter(caller(role), id)
  }
}, 120_000)
afterAll(() => planted.workspace.close())

function clientOf(role: Tried): Client {
  const { engine } = planted.workspace
  return directClient({ router: engine.router, context: { ...engine.context, caller: caller(role) } })
}

test('every call of the contract has inputs to be tried with', () => {
  expect(callPaths.map((path) => path.join('.')).filter((call) => inputs[call] === undefined)).toEqual([])
})

test('an administrator is given what is planted in both teams', async () => {
  const { client } = planted.workspace
  let shown = ''
  for (const call of [
    'people.list',
    'conversations.list',
    'conversations.evaluations',
    'sessions.board',
    'systemic.list',
    'imports.list',
    'search.find',
  ])
    for (const input of inputs[call]!) shown += await allOf(client, call.split('.'), input)
  for (const value of [/qzen/i, /qzwn/i, /qzet/i, /qzwt/i, /qzegroup/i, /qzwgroup/i])
    expect(shown).toMatch(value)
})

describe('nobody is given what is not theirs', () => {
  let tried = 0
  let foreignValues = 0
  for (const role of Object.keys(roles) as Tried[])
    test(
      role,
      async () => {
        const { foreign, own } = roles[role]
        const client = clientOf(role)
        const found: string[] = []
        const broken: string[] = []
        let shown = ''
        for (const path of callPaths) {
          const call = path.join('.')
          for (const input of inputs[call]!) {
            tried++
            const text = await allOf(client, path, input)
            const hit = foreign.exec(text)
            // what one types oneself comes back
            if (hit && !JSON.stringify(input ?? '').includes(hit[0]))
              found.push(
                `${call} ${JSON.stringify(input)}: …${text.slice(Math.max(0, hit.index - 120), hit.index + 60)}…`,
              )
            if (text.startsWith('INTERNAL') || text.includes('Output validation'))
              broken.push(`${call}: ${text.slice(0, 300)}`)
            if (!text.startsWith('NOT_')) shown += text
          }
        }
        for (const folder of ['exported', 'written'])
          if (existsSync(join(planted.workspace.folder, folder)))
            for (const file of readdirSync(join(planted.workspace.folder, folder))) {
              const hit = foreign.exec(readFileSync(join(planted.workspace.folder, folder, file), 'latin1'))
              if (hit) found.push(`${folder}/${file}: ${hit[0]}`)
            }
        foreignValues += found.length
        expect(found.slice(0, 25)).toEqual([])
        expect(broken.slice(0, 10)).toEqual([])
        expect(own.filter((value) => !value.test(shown))).toEqual([])
      },
      120_000,
    )
  afterAll(() => {
    const records = Object.values(planted.ids).reduce((sum, ids) => sum + ids.length, 0)
    process.stdout.write(
      `roles: ${callPaths.length} calls x ${records} records x ${Object.keys(roles).length} roles (${tried} tries), ${foreignValues} foreign values\n`,
    )
  })
})
