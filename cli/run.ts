import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { directClient, type Client } from '../engine/direct-client.ts'
import type { MachinePolicy } from '../engine/machine-policy.ts'
import { visibleText } from '../shared/domain/visible-text.ts'
import { commands } from './commands/index.ts'
import type { Command, OpenMode } from './command.ts'
import { sentenceOf, UsageError } from './errors.ts'
import { openEngine, unlockForCommand } from './open-engine.ts'
import type { Terminal } from './terminal/terminal.ts'
import { enterProfile } from './terminal/enter-profile.ts'
import { workspaceFolder } from './workspace-folder.ts'

const EXIT_DONE = 0
const EXIT_FAILED = 1
const EXIT_WRONG_USAGE = 2

const everywhere = {
  workspace: { type: 'string' },
  profile: { type: 'string' },
  json: { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig

/** Runs one command line (without node and script) and resolves to the exit code: 0 done, 1 failed, 2 wrong usage. */
export async function run(args: string[], terminal: Terminal, policy: MachinePolicy = {}): Promise<number> {
  const chosen = commands.find((command) => command.name === args[0])
  if (!chosen) {
    const isHelp = args[0] === undefined || args[0] === 'help' || args[0] === '--help' || args[0] === '-h'
    if (isHelp && args[0] !== undefined) {
      await terminal.write(help())
      return EXIT_DONE
    }
    const sentence = isHelp ? 'Say what to do.' : `There is no command "${args[0]}".`
    terminal.note(`${sentence}\n${help().trimEnd()}`)
    return EXIT_WRONG_USAGE
  }
  const closers: (() => Promise<void>)[] = []
  try {
    return await runCommand(chosen, args.slice(1), terminal, policy, closers)
  } catch (error) {
    terminal.note(shown(sentenceOf(error)))
    if (terminal.env['DEBRIEF_DEBUG'] && error instanceof Error) terminal.note(error.stack ?? '')
    if (!(error instanceof UsageError)) return EXIT_FAILED
    terminal.note(usageLine(chosen))
    return EXIT_WRONG_USAGE
  } finally {
    for (const close of closers) await close()
  }
}

async function runCommand(
  command: Command,
  args: string[],
  terminal: Terminal,
  policy: MachinePolicy,
  closers: (() => Promise<void>)[],
): Promise<number> {
  const { values, positionals } = parse(command, args)
  if (values.help) {
    await terminal.write(`${usageLine(command)}\n${command.summary}\n`)
    return EXIT_DONE
  }
  const isJson = values.json === true
  const workspace = workspaceFolder(values.workspace, terminal, policy)
  const open = async (mode: OpenMode): Promise<Client> => {
    await unlockForCommand(workspace, values['passphrase-file'], terminal)
    const engine = await openEngine(workspace, mode, policy)
    closers.push(() => engine.close())
    const client = directClient(engine)
    if (command.name !== 'profile' || values.profile !== undefined)
      await enterProfile(client, values.profile, terminal)
    return client
  }
  const outcome = await command.run({
    values,
    positionals,
    terminal,
    workspace,
    isJson,
    open,
    machinePolicy: policy,
  })
  if (!outcome) return EXIT_DONE
  await terminal.write(isJson ? `${JSON.stringify(outcome.data, null, 2)}\n` : `${shown(outcome.text)}\n`)
  return outcome.isFailure ? EXIT_FAILED : EXIT_DONE
}

/** What a terminal would obey instead of showing, such as a name that moves its cursor, is written out. */
function shown(text: string): string {
  return text
    .split(/([\n\t])/)
    .map((part) => (part === '\n' || part === '\t' ? part : visibleText(part)))
    .join('')
}

function parse(command: Command, args: string[]) {
  const { values, positionals } = parseStrictly(command, args)
  const { least, most } = command.positionals
  if (positionals.length < least && !values.help)
    throw new UsageError(`${command.name} needs more arguments.`)
  if (positionals.length > most) throw new UsageError(`${command.name} takes fewer arguments.`)
  const { workspace, profile, json, help: isHelp, 'passphrase-file': passphraseFile } = values
  return {
    values: {
      ...values,
      workspace: workspace || undefined,
      profile: profile || undefined,
      json,
      help: isHelp,
      'passphrase-file': passphraseFile || undefined,
    },
    positionals,
  }
}

function parseStrictly(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...command.options, ...everywhere }, allowPositionals: true })
  } catch (error) {
    const sentence = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)
    throw new UsageError(sentence.endsWith('.') ? sentence : `${sentence}.`)
  }
}

function usageLine(command: Command): string {
  return `Usage: debrief ${command.usage} [--workspace DIR] [--json]`
}

function help(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return ['Usage: debrief COMMAND [--workspace DIR] [--json]', '', ...lines, ''].join('\n')
}
