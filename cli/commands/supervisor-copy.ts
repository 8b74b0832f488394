import { protectionOf } from '../../engine/workspace-protection.ts'
import type { Client } from '../../engine/direct-client.ts'
import { command } from '../command.ts'
import { Failure, UsageError } from '../errors.ts'
import { runJob } from '../terminal/job.ts'
import { describeNewKeys } from '../terminal/new-keys.ts'
import { givenPassphrase, passphraseToSet } from '../terminal/passphrase.ts'
import { figure } from '../terminal/table.ts'

const PASSPHRASE = {
  fileOption: '--copy-passphrase-file',
  variable: 'DEBRIEF_COPY_PASSPHRASE',
}

export const supervisorCopy = command({
  name: 'supervisor-copy',
  usage: 'supervisor-copy FOLDER --for NAME [--team TEAM]... [--copy-passphrase-file FILE]',
  summary: 'Write a workspace for one supervisor, with their own teams alone.',
  options: {
    for: { type: 'string' },
    team: { type: 'string', multiple: true },
    'copy-passphrase-file': { type: 'string' },
  },
  positionals: { least: 1, most: 1 },
  async run({ values, positionals, terminal, workspace, open, isJson }) {
    const { for: name, team = [] } = values
    if (name === undefined)
      throw new UsageError(
        'supervisor-copy takes --for with the name of a supervisor’s profile or, with --team once for each, of somebody without one.',
      )
    const client = await open('write')
    const whose =
      team.length > 0
        ? { teamIds: await teamIds(client, team), name }
        : { profileId: await profileId(client, name) }
    const sources = { ...PASSPHRASE, file: values['copy-passphrase-file'] }
    const passphrase =
      protectionOf(workspace).state === 'plain'
        ? await givenPassphrase(sources, terminal)
        : await passphraseToSet(sources, terminal)
    let recoveryKey: string | null = null
    const job = await runJob(client, terminal, async () => {
      const started = await client.supervisorCopies.start({
        ...whose,
        directory: terminal.resolve(positionals[0]!),
        ...(passphrase !== null && { passphrase }),
      })
      recoveryKey = started.recoveryKey
      // before anything is encrypted: a key nobody has seen would be none
      if (recoveryKey !== null && !isJson) await terminal.write(describeNewKeys(recoveryKey))
      return started
    })
    const done = await client.supervisorCopies.done({ jobId: job.id })
    if (!done) throw new Failure('It was not written.')
    const others =
      done.peers === 0
        ? 'It compares with nobody else: there are fewer than five others.'
        : `It compares with ${figure(done.peers)} others, who are in it as nameless sums of weeks.`
    return {
      data: { ...done, recoveryKey },
      text: [
        `Written to ${done.directory}: ${figure(done.agents)} agents, ${figure(done.contacts)} contacts, ${figure(done.conversations)} conversations, ${figure(done.evaluations)} evaluations, ${figure(done.sounds)} recordings.`,
        others,
        ...(done.soundsLeftOut === 0
          ? []
          : [`Recordings whose files are not there any more: ${figure(done.soundsLeftOut)}.`]),
        ...(passphrase === null
          ? [
              'It is personal data, and not encrypted: hand it over the way you would hand over the workspace.',
            ]
          : []),
      ].join('\n'),
    }
  },
})

async function profileId(client: Client, name: string): Promise<number> {
  const profiles = await client.profiles.list()
  const found = profiles.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (!found) throw new Failure(`Nobody here has a profile called "${name}"; name the teams with --team.`)
  return found.id
}

async function teamIds(client: Client, names: readonly string[]): Promise<number[]> {
  const teams = await client.people.teams()
  return names.map((name) => {
    const found = teams.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (!found) throw new Failure(`There is no team called "${name}".`)
    return found.id
  })
}
