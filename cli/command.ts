import type { ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Client } from '../engine/direct-client.ts'
import type { MachinePolicy } from '../engine/machine-policy.ts'
import type { Terminal } from './terminal/terminal.ts'

/** What every command is given. `client` calls the engine directly, as the page does through its port. */
export interface Invocation<Options extends ParseArgsOptionsConfig> {
  values: ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>['values'] & {
    'passphrase-file'?: string | undefined
  }
  positionals: string[]
  terminal: Terminal
  /** What IT settled for this machine. */
  machinePolicy: MachinePolicy
  /** The folder of the workspace in use. */
  workspace: string
  isJson: boolean
  /** Opens the workspace; it is closed when the command ends. */
  open(mode: OpenMode): Promise<Client>
}

/**
 * `read` and `write` need a workspace that is there (`read` takes no lease and changes nothing); `create` makes it where it is missing.
 */
export type OpenMode = 'read' | 'write' | 'create'

/** What a command came to: `data` for `--json`, `text` for people; `null` when it has written its output itself. */
export type Outcome = { data: unknown; text: string; isFailure?: boolean } | null

export interface Command {
  name: string
  /** The usage line without the program's name. */
  usage: string
  summary: string
  options: ParseArgsOptionsConfig
  positionals: { least: number; most: number }
  run(invocation: Invocation<ParseArgsOptionsConfig>): Promise<Outcome>
}

/** Declares a command; `run` gets its options with their exact types. */
export function command<const Options extends ParseArgsOptionsConfig>(
  definition: Omit<Command, 'options' | 'run'> & {
    options: Options
    run(invocation: Invocation<Options>): Promise<Outcome>
  },
): Command {
  return definition
}
