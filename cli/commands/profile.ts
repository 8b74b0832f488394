import { roles, type Role } from '../../shared/domain/policy.ts'
import { resetPassphrase } from '../../engine/reset-passphrase.ts'
import { directClient, type Client } from '../../engine/direct-client.ts'
import { command } from '../command.ts'
import { Failure } from '../errors.ts'
import { openEngine } from '../open-engine.ts'
import { enterProfile, PASSPHRASE } from '../terminal/enter-profile.ts'
import { table } from '../terminal/table.ts'

const NEW = 'DEBRIEF_NEW_PASSPHRASE'

export const profile = command({
  name: 'profile',
  usage:
    'profile [list | add NAME --role ROLE [--team TEAM]… [--agent N] | remove NAME | passphrase NAME | reset NAME]',
  summary: 'Show who works here, make and remove profiles, and give them passphrases.',
  options: {
    role: { type: 'string' },
    team: { type: 'string', multiple: true },
    agent: { type: 'string' },
  },
  positionals: { least: 0, most: 2 },
  async run({ values, positionals, terminal, open, workspace }) {
    const [what = 'list', name] = positionals
    const { env } = terminal
    if (what === 'list') {
      const profiles = await (await open('read')).profiles.list()
      const rows = profiles.map((one) => [one.name, one.role, one.hasPassphrase ? 'yes' : 'no'])
      return {
        data: profiles,
        text: rows.length === 0 ? 'Nobody has a profile yet.' : table(['name', 'role', 'passphrase'], rows),
      }
    }
    if (name === undefined) throw new Failure(`Name the profile: debrief profile ${what} NAME.`)
    if (what === 'reset') {
      const passphrase = mustHave(env, NEW)
      const engine = await openEngine(workspace, 'write')
      try {
        const { id } = await named(directClient(engine), name)
        await resetPassphrase(engine, id, passphrase)
      } finally {
        await engine.close()
      }
      return {
        data: { name },
        text: `${name} has another passphrase. The audit log tells that it was reset from the terminal.`,
      }
    }
    const client = await open('write')
    switch (what) {
      case 'add': {
        const made = await client.profiles.create({
          name,
          role: roleOf(values.role),
          passphrase: env[NEW] ?? null,
          teams: (values.team ?? []).map((team) => ({ team, from: null, to: null })),
          agentId: values.agent === undefined ? null : Number(values.agent),
        })
        return { data: made, text: `Made a profile for ${made.name}, ${made.role}.` }
      }
      case 'remove': {
        await client.profiles.remove({ id: (await named(client, name)).id })
        return { data: { name }, text: `Removed the profile of ${name}.` }
      }
      case 'passphrase': {
        await enterProfile(client, name, terminal)
        await client.profiles.setPassphrase({ old: env[PASSPHRASE] ?? '', passphrase: mustHave(env, NEW) })
        return { data: { name }, text: `${name} has another passphrase.` }
      }
      default:
        throw new Failure(`"${what}" is none of list, add, remove, passphrase and reset.`)
    }
  },
})

function mustHave(env: Record<string, string | undefined>, variable: string): string {
  const value = env[variable]
  if (value === undefined || value.length < 8)
    throw new Failure(`Put the new passphrase, of at least eight characters, into ${variable}.`)
  return value
}

async function named(client: Client, name: string) {
  const found = (await client.profiles.list()).find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (!found) throw new Failure(`There is no profile "${name}"; "debrief profile list" shows them.`)
  return found
}

function roleOf(text: string | undefined): Role {
  const role = roles.find((one) => one === text)
  if (!role) throw new Failure(`Say what they are: --role ${roles.join(', ')}.`)
  return role
}
