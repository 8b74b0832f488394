import { readFileSync } from 'node:fs'
import type { Client } from '../../engine/direct-client.ts'
import type { PolicyReplay } from '../../shared/contract/policy.ts'
import { actInWords } from '../../shared/domain/act-words.ts'
import {
  policyDocument,
  purposes,
  starterPolicies,
  type PolicyDocument,
  type Purpose,
} from '../../shared/domain/policy.ts'
import { policyInWords } from '../../shared/domain/policy-in-words.ts'
import { englishReplayWords, whyInWords } from '../../shared/domain/replay-words.ts'
import { command } from '../command.ts'
import { Failure } from '../errors.ts'
import { figure, table } from '../terminal/table.ts'

export const policy = command({
  name: 'policy',
  usage:
    'policy [show | check FILE | try FILE | adopt FILE|STARTER | export FILE | history | allow PURPOSE HOST | withdraw PURPOSE HOST]',
  summary: 'Show what may be done here and where data may go, or put another policy in force.',
  options: {},
  positionals: { least: 0, most: 3 },
  async run({ positionals, terminal, open }) {
    const [what = 'show', file, host] = positionals
    const named = () => {
      if (file === undefined) throw new Failure(`Name the file: debrief policy ${what} FILE.`)
      return file
    }
    const document = (client: Client) => documentOf(client, named(), terminal.resolve(named()))
    switch (what) {
      case 'show': {
        const held = await (await open('read')).policy.get()
        const from = held.lockedBy === null ? '' : ` Kept by IT in ${held.lockedBy}.`
        return {
          data: held,
          text: [`${held.document.name}, version ${held.version}.${from}`, ...linesOf(held.document)].join(
            '\n',
          ),
        }
      }
      case 'check': {
        const found = await document(await open('read'))
        return { data: found, text: [`This is a policy: ${found.name}.`, ...linesOf(found)].join('\n') }
      }
      case 'try': {
        const client = await open('read')
        const tried = await client.policy.try({ document: await document(client) })
        const changes = tried.changes.map(({ direction, sentence }) => `${signs[direction]} ${sentence}`)
        return {
          data: tried,
          text: [
            ...(changes.length === 0 ? ['It says what the policy in force says.'] : changes),
            '',
            ...replayLines(tried.replay),
            ...(tried.whyNot === null ? [] : ['', tried.whyNot]),
          ].join('\n'),
          isFailure: tried.whyNot !== null,
        }
      }
      case 'adopt': {
        const client = await open('write')
        const done = await client.policy.adopt({ document: await document(client) })
        return { data: done, text: `${done.document.name} is in force, as version ${done.version}.` }
      }
      case 'export': {
        const done = await (await open('write')).policy.export({ file: terminal.resolve(named()) })
        return { data: done, text: `Wrote version ${done.version} to ${done.file}.` }
      }
      case 'history': {
        const versions = await (await open('read')).policy.history()
        const rows = versions.map(({ version, document: { name }, at, who }) => [
          String(version),
          at === null ? 'from the start' : new Date(at).toISOString().slice(0, 19).replace('T', ' '),
          name,
          who ?? '',
        ])
        return { data: versions, text: table(['version', 'since (UTC)', 'policy', 'adopted by'], rows) }
      }
      case 'allow':
      case 'withdraw': {
        if (host === undefined)
          throw new Failure(`Name what for and where to: debrief policy ${what} transcribe HOST:PORT.`)
        const done = await (
          await open('write')
        ).policy.setDestination({ purpose: purposeOf(named()), host, isAllowed: what === 'allow' })
        return {
          data: done,
          text: `Version ${done.version} is in force: ${host} is ${what === 'allow' ? 'named' : 'not named'} for "${file}".`,
        }
      }
      default:
        throw new Failure(
          `"${what}" is none of show, check, try, adopt, export, history, allow and withdraw.`,
        )
    }
  },
})

const signs = { allows: '+', stops: '-', differs: '*' } as const

function purposeOf(text: string): Purpose {
  const found = purposes.find((one) => one === text)
  if (found === undefined) throw new Failure(`"${text}" is none of ${purposes.join(', ')}.`)
  return found
}

/** A starter by its name, else what a file says; all its faults where it is no policy. */
async function documentOf(client: Client, name: string, path: string): Promise<PolicyDocument> {
  if (Object.hasOwn(starterPolicies, name))
    return policyDocument.parse(starterPolicies[name as keyof typeof starterPolicies])
  const { document, faults } = await client.policy.read({ text: readFileSync(path, 'utf8') })
  if (document === null) throw new Failure(faults.join('\n'))
  return document
}

function linesOf(document: PolicyDocument): string[] {
  return policyInWords(document).flatMap(({ title, sentences }) => [
    '',
    title,
    ...sentences.map((sentence) => `  ${sentence}`),
  ])
}

function replayLines(replay: PolicyReplay): string[] {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  const group = (title: string, groups: PolicyReplay['stopped']) =>
    groups.length === 0
      ? []
      : [
          title,
          ...groups.map(
            ({ act, who, times, why }) =>
              `  ${figure(times)} times: ${who.slice(0, 5).join(', ')} ${actInWords(act)} (${whyInWords(why)})`,
          ),
        ]
  const lines = [
    ...group('Would have been stopped:', replay.stopped),
    ...group('Would have needed a second person:', replay.needsApproval),
    ...group('Would have been let through:', replay.letThrough),
    ...replay.requests.map(
      ({ purpose, host, times }) => `${figure(times)} requests (${purpose}) would not have gone to ${host}.`,
    ),
    ...(replay.filledIn > 0
      ? [`${figure(replay.filledIn)} answers would not have been filled in by rules or language models.`]
      : []),
    ...(replay.scoresUnseen > 0
      ? [`${figure(replay.scoresUnseen)} automated scores would be kept, and neither shown nor counted.`]
      : []),
    ...(replay.unranked
      ? [
          'People would have stood in no order.',
          ...(replay.unranked.sessions > 0
            ? [`${figure(replay.unranked.sessions)} sessions would have been prepared without a proposal.`]
            : []),
        ]
      : []),
    ...replay.deleted.map(
      ({ what, count, days }) => `${figure(count)} ${what} are older than ${days} days and would be deleted.`,
    ),
  ]
  return [
    `From ${day(replay.from)} to ${day(replay.to)} (${figure(replay.entries)} entries of the log):`,
    ...(lines.length === 0 ? ['Nothing would have been otherwise.'] : lines),
    ...replay.notes.map((note) => englishReplayWords.notes[note]),
  ]
}
